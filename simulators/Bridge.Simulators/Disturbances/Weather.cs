namespace Bridge.Simulators.Disturbances;

/// <summary>
/// What may go wrong with a reply. Every plain number is a chance from 0 to 1, drawn for each reply from a generator that starts at
/// <see cref="Seed"/>: the same seed and the same requests have the same outcome.
/// </summary>
public sealed record Weather
{
    public static Weather Fine { get; } = new();

    public int Seed { get; init; } = 1;

    /// <summary>The request is lost: nothing is executed, nothing answered.</summary>
    public double Deaf { get; init; }

    /// <summary>The request is executed and the reply is lost.</summary>
    public double Drop { get; init; }

    /// <summary>Every reply is this much later.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>And up to this much more, evenly distributed.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>The reply comes <see cref="LateBy"/> later than it would: after the master's time-out.</summary>
    public double Late { get; init; }

    public TimeSpan LateBy { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>One bit is wrong: any bit on RTU, one of the protocol number on TCP, where nothing else would be noticed.</summary>
    public double Corrupt { get; init; }

    public double Truncate { get; init; }

    public double Duplicate { get; init; }

    public double WrongUnit { get; init; }

    /// <summary>On RTU, which has no transactions, without effect.</summary>
    public double WrongTransaction { get; init; }

    public double GarbageBefore { get; init; }

    public double GarbageAfter { get; init; }

    /// <summary>The reply comes in two pieces with <see cref="SplitGap"/> between them.</summary>
    public double Split { get; init; }

    public TimeSpan SplitGap { get; init; } = TimeSpan.FromMilliseconds(2);

    /// <summary>Instead of an answer the connection ends; a terminal comes back after <see cref="CutFor"/>.</summary>
    public double Cut { get; init; }

    public TimeSpan CutFor { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The unit restarts before it executes the request.</summary>
    public double Reboot { get; init; }

    /// <summary>Bytes nobody asked for, this often; zero for none.</summary>
    public TimeSpan Babble { get; init; }
}
