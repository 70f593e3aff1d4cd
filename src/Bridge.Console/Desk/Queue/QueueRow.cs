using Bridge.Console.Doors;

namespace Bridge.Console.Desk.Queue;

/// <summary>One row of the queue.</summary>
/// <param name="Key">The same for as long as the row is about the same thing.</param>
/// <param name="Age">Since it began.</param>
/// <param name="Left">Until its time is up; negative afterwards, null where nothing presses.</param>
/// <param name="Share">How much of its time has gone, 0 to 1 and more; null where nothing presses.</param>
public sealed record QueueRow(QueueKind Kind, string Key, TimeSpan Age, TimeSpan? Left, double? Share)
{
    private const double SoonAt = 0.75;

    public DeskCase? Case { get; init; }

    public AnnouncedView? Announced { get; init; }

    public TourRow? Tour { get; init; }

    public TaskView? Task { get; init; }

    public CallView? Call { get; init; }

    /// <summary>Never by colour alone: the row says its time beside it.</summary>
    public Tone Tone => Share switch
    {
        >= 1 => Tone.Critical,
        >= SoonAt => Tone.Warning,
        _ => Kind is QueueKind.Announced or QueueKind.Call ? Tone.Information : Tone.Plain,
    };
}
