using System.Collections.Immutable;

namespace Bridge.Policy.Credentials;

/// <summary>Opening hours, in the local time that the wall clock's own offset tells.</summary>
internal static class SchedulePolicy
{
    public static bool Permits(WeeklySchedule schedule, DateTimeOffset wall)
    {
        foreach (var hours in HoursOf(schedule, wall.DateTime))
        {
            if (hours.From <= wall.TimeOfDay && wall.TimeOfDay < hours.Until)
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableList<DayInterval> HoursOf(WeeklySchedule schedule, DateTime local)
    {
        if (schedule.Holidays.Contains(DateOnly.FromDateTime(local)))
        {
            return schedule.HolidayHours;
        }

        return schedule.Week.TryGetValue(local.DayOfWeek, out var hours) ? hours : [];
    }
}
