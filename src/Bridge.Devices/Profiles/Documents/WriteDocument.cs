namespace Bridge.Devices.Profiles.Documents;

/// <summary>One write. A coil's value is the value field of function 5: 0xFF00 is on, 0 is off, makers have others.</summary>
internal sealed record WriteDocument
{
    public required PointTable Table { get; init; }

    public required ushort Address { get; init; }

    public ushort Step { get; init; } = 1;

    public required ushort Value { get; init; }
}
