namespace Bridge.Journal.Storage;

/// <summary>Times as the files hold them: 100 ns ticks since 1970-01-01T00:00:00Z.</summary>
internal static class Timestamps
{
    public static long ToTicks(DateTimeOffset time) => time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;

    public static DateTimeOffset FromTicks(long ticks) => new(ticks + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero);

    public static DateTimeOffset FromTicks(long ticks, long offsetMinutes) => FromTicks(ticks).ToOffset(TimeSpan.FromMinutes(offsetMinutes));

    public static int OffsetMinutes(DateTimeOffset time) => (int)(time.Offset.Ticks / TimeSpan.TicksPerMinute);
}
