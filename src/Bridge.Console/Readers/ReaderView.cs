using Bridge.Console.Doors;

namespace Bridge.Console.Readers;

/// <summary>One OSDP reader and what was counted of it since the service started.</summary>
/// <param name="Step">What the control panel is at with it, in one technical word.</param>
public sealed record ReaderView(string Id, string Line, int Address, ReaderCondition Condition, string Step)
{
    /// <summary>Over the last few seconds; null before there are two looks to compare.</summary>
    public double? PollsPerSecond { get; init; }

    /// <summary>The mean over the same time.</summary>
    public TimeSpan? MeanReply { get; init; }

    public TimeSpan LongestReply { get; init; }

    public long Retries { get; init; }

    public long Silences { get; init; }

    public long Refusals { get; init; }

    public long Busies { get; init; }

    public long CheckErrors { get; init; }

    /// <summary>Replies from other addresses, and second ones from its own.</summary>
    public long Strangers { get; init; }

    public Look Look => Condition switch
    {
        ReaderCondition.Away => new("unknown", Tone.Doubt),
        ReaderCondition.Secure => new("lock", Tone.Released),
        ReaderCondition.NotEnrolled => new("key", Tone.Warning),
        ReaderCondition.Clear => new("lock-open", Tone.Critical),
        ReaderCondition.SecurityFailed or ReaderCondition.Replaced or ReaderCondition.AddressClash => new("alarm", Tone.Critical),
        ReaderCondition.Faulty => new("fault", Tone.Critical),
    };
}
