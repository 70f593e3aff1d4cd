namespace Bridge.Simulators.Links;

/// <summary>Speeds as terminals name them on Linux.</summary>
internal static class TerminalSpeed
{
    /// <summary>In bits per second; null for a name that stands for no speed of a reader or a relay board.</summary>
    public static int? Of(uint name) => name switch
    {
        13 => 9600,
        14 => 19200,
        15 => 38400,
        0x1001 => 57600,
        0x1002 => 115200,
        0x1003 => 230400,
        // Newer libraries give the number itself.
        >= 9600 and <= 4_000_000 => (int)name,
        _ => null,
    };
}
