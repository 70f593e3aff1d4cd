namespace Bridge.Devices.Profiles.Documents;

internal sealed record CounterDocument
{
    public required PointTable Table { get; init; }

    public required ushort Address { get; init; }

    public ushort Step { get; init; } = 1;

    public required int Bits { get; init; }

    public bool LowWordFirst { get; init; }
}
