namespace Bridge.Devices.Profiles.Documents;

/// <summary>One output, or with <see cref="Count"/> as many as that, named name1, name2 ... from <see cref="First"/>.</summary>
internal sealed record OutputDocument
{
    public required string Name { get; init; }

    public int? Count { get; init; }

    public int First { get; init; } = 1;

    public PointUse Use { get; init; }

    public required ReadBackDocument ReadBack { get; init; }

    public required PulseDocument Pulse { get; init; }

    public required WriteDocument Off { get; init; }

    public required SelfEnding SelfEnding { get; init; }

    public string? ExternalSetting { get; init; }

    public int? WatchdogMilliseconds { get; init; }
}
