namespace Bridge.Devices.Profiles.Documents;

internal sealed record IndicatorDocument
{
    public required string Name { get; init; }

    public required ushort Address { get; init; }

    public required IReadOnlyDictionary<string, ushort> Values { get; init; }
}
