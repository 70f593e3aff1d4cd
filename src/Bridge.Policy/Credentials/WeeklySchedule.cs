using System.Collections.Immutable;

namespace Bridge.Policy.Credentials;

/// <summary>
/// Opening hours by weekday in the site's local time, and the days on which the holiday hours hold instead. A schedule without intervals on a day
/// permits nothing that day.
/// </summary>
public sealed record WeeklySchedule(
    ScheduleId Schedule,
    ImmutableSortedDictionary<DayOfWeek, ImmutableList<DayInterval>> Week,
    ImmutableSortedSet<DateOnly> Holidays,
    ImmutableList<DayInterval> HolidayHours);
