namespace Bridge.Devices;

/// <summary>Something to do, once. The line never repeats it by itself.</summary>
public abstract record DeviceCommand
{
    private DeviceCommand(PointId point) => Point = point;

    public PointId Point { get; init; }

    /// <summary>Switch the output on for <paramref name="For"/>; the device ends the pulse. Rounded up to the device's unit.</summary>
    public sealed record Pulse(PointId Point, TimeSpan For) : DeviceCommand(Point);

    /// <summary>End a pulse now.</summary>
    public sealed record SwitchOff(PointId Point) : DeviceCommand(Point);

    /// <summary>Show feedback at a keypad or reader; the number's meaning is in the device profile. Devices without indicators confirm it at once.</summary>
    public sealed record Indicate(PointId Point, string Feedback) : DeviceCommand(Point);

    /// <summary>
    /// Something between a manufacturer and its reader, passed on as it is (OSDP MFG): three bytes that name the vendor, then what only the vendor knows. What
    /// the reader says to it is in <see cref="CommandResult.Confirmed.Reply"/>. For a person's act.
    /// </summary>
    public sealed record PassOn(PointId Point, ReadOnlyMemory<byte> Data) : DeviceCommand(Point);

    /// <summary>
    /// Another address (0 to 126) and speed for an OSDP reader (COMSET). The line follows, and confirms only when the reader has been heard there; the site file
    /// has to be changed by whoever asked for it. A person's act, never a program's: a reader that is sent away is found again only by looking for it.
    /// </summary>
    public sealed record SetCommunication(PointId Point, byte Address, int BitsPerSecond) : DeviceCommand(Point);

    /// <summary>Have the intercom call a unit from a panel (the point), as if its button had been pressed.</summary>
    public sealed record Dial(PointId Point, string Unit) : DeviceCommand(Point);

    /// <summary>End a call at a panel (the point).</summary>
    public sealed record HangUp(PointId Point, string CallId) : DeviceCommand(Point);
}
