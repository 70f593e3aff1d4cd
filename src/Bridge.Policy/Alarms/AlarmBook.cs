using System.Collections.Immutable;

namespace Bridge.Policy.Alarms;

/// <summary>Every alarm that is not closed, and those that were not long ago.</summary>
/// <param name="Count">How many there ever were.</param>
public sealed record AlarmBook(ImmutableSortedDictionary<AlarmId, AlarmState> All, long Count)
{
    public static AlarmBook Empty { get; } = new(ImmutableSortedDictionary<AlarmId, AlarmState>.Empty, 0);

    /// <summary>When one is told again or forgotten, on <see cref="Moment.Elapsed"/>.</summary>
    public TimeSpan? NextDue { get; init; }

    internal AlarmBook With(AlarmState alarm) => Retimed(this with { All = All.SetItem(alarm.Alarm, alarm) });

    internal AlarmBook Without(AlarmId alarm) => Retimed(this with { All = All.Remove(alarm) });

    private static AlarmBook Retimed(AlarmBook book)
    {
        TimeSpan? next = null;
        foreach (var (_, alarm) in book.All)
        {
            next = DueMoments.Earlier(next, alarm.DueAt);
        }

        return book with { NextDue = next };
    }
}
