using Microsoft.Extensions.Time.Testing;

namespace Bridge.Simulation.Running;

/// <summary>Virtual time whose wall clock can be set, forward or back, while the monotonic clock and the timers go on undisturbed.</summary>
internal sealed class JumpingTime(FakeTimeProvider steady) : TimeProvider
{
    private TimeSpan jumped;

    public override long TimestampFrequency => steady.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public void Jump(TimeSpan by) => jumped += by;

    public override DateTimeOffset GetUtcNow() => steady.GetUtcNow() + jumped;

    public override long GetTimestamp() => steady.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        steady.CreateTimer(callback, state, dueTime, period);
}
