namespace Bridge.Devices.Profiles.Documents;

/// <summary>A required setting, either an exact value or a range; with a count, one for each output of the named group.</summary>
internal sealed record SettingDocument
{
    public required string Name { get; init; }

    public int? Count { get; init; }

    public int First { get; init; } = 1;

    public PointTable Table { get; init; } = PointTable.Holding;

    public required ushort Address { get; init; }

    public ushort Step { get; init; } = 1;

    public ushort? Value { get; init; }

    public ushort? Minimum { get; init; }

    public ushort? Maximum { get; init; }

    /// <summary>The output's name, or with a count the name without its number.</summary>
    public string? Output { get; init; }

    public bool Apply { get; init; }

    public required string Why { get; init; }
}
