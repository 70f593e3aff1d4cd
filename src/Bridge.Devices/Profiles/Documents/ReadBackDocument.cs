namespace Bridge.Devices.Profiles.Documents;

internal sealed record ReadBackDocument
{
    public required PointTable Table { get; init; }

    public required ushort Address { get; init; }

    public ushort Step { get; init; } = 1;

    public int? Bit { get; init; }

    public ushort? OnValue { get; init; }
}
