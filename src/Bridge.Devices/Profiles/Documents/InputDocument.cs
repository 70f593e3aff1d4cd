namespace Bridge.Devices.Profiles.Documents;

/// <summary>One input, or with <see cref="Count"/> as many as that, named name1, name2 ... from <see cref="First"/>.</summary>
internal sealed record InputDocument
{
    public required string Name { get; init; }

    public int? Count { get; init; }

    public int First { get; init; } = 1;

    public PointUse Use { get; init; }

    public required PointTable Table { get; init; }

    public required ushort Address { get; init; }

    public ushort Step { get; init; } = 1;

    public int? Bit { get; init; }

    public ushort? OnValue { get; init; }

    public bool ActiveLow { get; init; }

    public int DebounceMilliseconds { get; init; }

    public LatchDocument? Latch { get; init; }

    public CounterDocument? Counter { get; init; }
}
