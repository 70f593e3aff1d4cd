namespace Bridge.Console.Supervision;

/// <summary>Who asked for the mode that a door is in, and whether the door has said that it is so.</summary>
/// <param name="At">In the site's time zone.</param>
/// <param name="By">As colleagues know him; null where a time was over or nobody is known by it.</param>
/// <param name="Age">At the moment of the picture.</param>
public sealed record OrderedMode(DateTimeOffset At, string? By, TimeSpan Age, ReadBack ReadBack)
{
    /// <summary>How long the door has to say so.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Null for who asked without one.</summary>
    public ModeCause? Cause { get; init; }

    public string? Note { get; init; }

    /// <summary>Until it is locked by itself.</summary>
    public TimeSpan? Left { get; init; }
}
