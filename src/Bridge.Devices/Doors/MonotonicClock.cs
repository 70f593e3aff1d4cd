namespace Bridge.Devices.Doors;

/// <summary>Monotonic time since the line was made.</summary>
internal sealed class MonotonicClock(TimeProvider time)
{
    private readonly long _origin = time.GetTimestamp();

    public TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>The stamp that events carry.</summary>
    public long Timestamp => time.GetTimestamp();
}
