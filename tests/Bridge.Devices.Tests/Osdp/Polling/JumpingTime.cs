namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>A clock that somebody sets. The monotonic one stands above that, unless the test wants to see what would happen if it did not.</summary>
internal sealed class JumpingTime(TimeProvider inner) : TimeProvider
{
    public TimeSpan Wall { get; set; }

    public TimeSpan Monotonic { get; set; }

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Wall;

    public override long GetTimestamp() => inner.GetTimestamp() + (long)(Monotonic.TotalSeconds * inner.TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
