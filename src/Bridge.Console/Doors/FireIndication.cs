namespace Bridge.Console.Doors;

/// <summary>What the fire inputs say, taken together: the worst of them.</summary>
public enum FireIndication
{
    Quiet,

    /// <summary>An input has not been read since the start: nobody knows whether there is a fire.</summary>
    Unknown,

    /// <summary>An input line is cut or shorted.</summary>
    InputFault,

    /// <summary>The panel is reset; the doors stay released until somebody acknowledges.</summary>
    AwaitingAcknowledgement,
    Alarm,
}
