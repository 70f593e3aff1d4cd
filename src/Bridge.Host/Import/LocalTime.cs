using System.Globalization;

namespace Bridge.Host.Import;

/// <summary>Dates and times of a list, in the site's local time.</summary>
internal static class LocalTime
{
    public const string Expected = "a date such as 2027-03-31 or a time such as 2027-03-31 18:00";

    // What other systems write for "no end". It is not a time: with an offset it would not even be one that the calendar has.
    private const int ForEver = 9999;

    private static readonly string[] Moments = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"];

    /// <param name="endOfDay">A date alone means the whole day: its end, not its beginning.</param>
    public static DateTimeOffset? Parse(string text, TimeZoneInfo zone, bool endOfDay)
    {
        if (Date(text) is { } date)
        {
            return InReach(date.Year) ? At((endOfDay ? date.AddDays(1) : date).ToDateTime(TimeOnly.MinValue), zone) : null;
        }

        return Moment(text) is { } moment && InReach(moment.Year) ? At(moment, zone) : null;
    }

    /// <summary>An end in the year 9999, which stands for none.</summary>
    public static bool IsForEver(string text) => (Date(text)?.Year ?? Moment(text)?.Year) == ForEver;

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static DateTime? Moment(string text) =>
        DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    private static bool InReach(int year) => year is > 1900 and < ForEver;

    // A time that the clock change leaves out still has an offset: the one from before the change.
    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone) => new(local, zone.GetUtcOffset(local));
}
