namespace Bridge.Devices.Modbus;

/// <summary>Monotonic instants as timestamps of the time provider, with spans added and measured.</summary>
internal readonly struct LineClock(TimeProvider time)
{
    private readonly double _ticksPerTimestamp = (double)TimeSpan.TicksPerSecond / time.TimestampFrequency;

    public long Now => time.GetTimestamp();

    public long After(long instant, TimeSpan span) => instant + (long)(span.Ticks / _ticksPerTimestamp);

    /// <summary>What is left until the instant; zero when it has passed.</summary>
    public TimeSpan Until(long instant, long now) =>
        instant <= now ? TimeSpan.Zero : TimeSpan.FromTicks((long)Math.Ceiling((instant - now) * _ticksPerTimestamp));
}
