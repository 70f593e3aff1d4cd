namespace Bridge.Devices.Osdp.Doctor;

/// <summary>One thing that is wrong, in words.</summary>
/// <param name="Seen">What was measured.</param>
/// <param name="ToDo">What a person can do about it.</param>
public sealed record LineFinding(LineTrouble Trouble, string Seen, string ToDo)
{
    /// <summary>To be known, and no fault.</summary>
    public bool IsHarmless => Trouble == LineTrouble.Echo;
}
