using System.Collections.Immutable;

namespace Bridge.Console.Desk.Queue;

/// <summary>
/// Keeps the order of the queue still for a moment while the pointer is in it: whoever is about to press a row must not press the one that has just come into
/// its place. What each row says is always the newest.
/// </summary>
public sealed class QueueHold
{
    /// <summary>No new order waits for longer than this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private TimeSpan? _since;

    public ImmutableArray<QueueRow> Shown { get; private set; } = [];

    /// <summary>When a new order that waits has to be shown; null when none does.</summary>
    public TimeSpan? Until => _since + Longest;

    /// <param name="now">Since the page was opened, by the clock that nobody sets.</param>
    public void Take(ImmutableArray<QueueRow> rows, bool pointerInside, TimeSpan now)
    {
        var moves = !Shown.IsEmpty && !Shown.Select(row => row.Key).SequenceEqual(rows.Select(row => row.Key));
        _since = moves && pointerInside ? _since ?? now : null;
        Shown = Until > now ? [.. Shown.Select(row => rows.FirstOrDefault(one => one.Key == row.Key) ?? row)] : rows;
        _since = Until > now ? _since : null;
    }
}
