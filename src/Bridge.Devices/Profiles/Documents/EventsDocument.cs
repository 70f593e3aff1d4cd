namespace Bridge.Devices.Profiles.Documents;

internal sealed record EventsDocument
{
    public required string Name { get; init; }

    public required PointTable Table { get; init; }

    public required ushort NewestAddress { get; init; }

    public required ushort OldestAddress { get; init; }

    public ReadBackDocument? Overflow { get; init; }

    public required WindowDocument Window { get; init; }

    public required ushort ReadPointerAddress { get; init; }

    public ushort? LookAheadAddress { get; init; }
}
