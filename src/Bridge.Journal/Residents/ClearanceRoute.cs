namespace Bridge.Journal.Residents;

/// <summary>Who asks a household whether somebody may come up; the numbers stand in the file.</summary>
public enum ClearanceRoute
{
    /// <summary>The desk calls the unit.</summary>
    Direct = 1,

    /// <summary>The control room asks, and the desk never calls. Why is sealed.</summary>
    ControlRoom = 2,
}
