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
}
