namespace Bridge.Host.Translation;

/// <summary>The days of a site, by the clock on its wall.</summary>
internal static class SiteDay
{
    public static DateTimeOffset Begin(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
