using System.Globalization;

namespace Bridge.Host.Import;

/// <summary>Dates and times of a list, in the site's local time.</summary>
internal static class LocalTime
{
    public const string Expected = "a date such as 2027-03-31 or a time such as 2027-03-31 18:00";

    private static readonly string[] Moments = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"];

    /// <param name="endOfDay">A date alone means the whole day: its end, not its beginning.</param>
    public static DateTimeOffset? Parse(string text, TimeZoneInfo zone, bool endOfDay)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date < DateOnly.MaxValue)
        {
            return At((endOfDay ? date.AddDays(1) : date).ToDateTime(TimeOnly.MinValue), zone);
        }

        return DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is > 1900 and < 9999
            ? At(moment, zone)
            : null;
    }

    // A time that the clock change leaves out still has an offset: the one from before the change.
    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone) => new(local, zone.GetUtcOffset(local));
}
