namespace Bridge.Simulators.Disturbances;

/// <summary>What the weather does to one reply.</summary>
public sealed record ReplyFate
{
    /// <summary>Nothing at all.</summary>
    public static ReplyFate Fine { get; } = new();

    public bool Deaf { get; init; }

    public bool Drop { get; init; }

    public TimeSpan Delay { get; init; }

    public bool Corrupt { get; init; }

    public bool Truncate { get; init; }

    public bool Duplicate { get; init; }

    public bool WrongUnit { get; init; }

    public bool WrongTransaction { get; init; }

    public bool GarbageBefore { get; init; }

    public bool GarbageAfter { get; init; }

    /// <summary>Where a second piece begins: this long after the first; zero for one piece.</summary>
    public TimeSpan SplitGap { get; init; }

    public bool Cut { get; init; }

    public TimeSpan CutFor { get; init; }

    public bool Reboot { get; init; }

    /// <summary>From 0 to 1: which bit is wrong, where the frame breaks.</summary>
    public double Position { get; init; }

    public ReadOnlyMemory<byte> Garbage { get; init; }

    /// <summary>Two weathers over one reply: whatever either does to it happens.</summary>
    public ReplyFate And(ReplyFate other)
    {
        if (ReferenceEquals(this, Fine))
        {
            return other;
        }

        if (ReferenceEquals(other, Fine))
        {
            return this;
        }

        return new ReplyFate
        {
            Deaf = Deaf || other.Deaf,
            Drop = Drop || other.Drop,
            Delay = Delay + other.Delay,
            Corrupt = Corrupt || other.Corrupt,
            Truncate = Truncate || other.Truncate,
            Duplicate = Duplicate || other.Duplicate,
            WrongUnit = WrongUnit || other.WrongUnit,
            WrongTransaction = WrongTransaction || other.WrongTransaction,
            GarbageBefore = GarbageBefore || other.GarbageBefore,
            GarbageAfter = GarbageAfter || other.GarbageAfter,
            SplitGap = SplitGap > other.SplitGap ? SplitGap : other.SplitGap,
            Cut = Cut || other.Cut,
            CutFor = CutFor > other.CutFor ? CutFor : other.CutFor,
            Reboot = Reboot || other.Reboot,
            Position = other.Position,
            Garbage = other.Garbage,
        };
    }
}
