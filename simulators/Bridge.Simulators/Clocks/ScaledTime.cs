namespace Bridge.Simulators.Clocks;

/// <summary>Time that runs <c>factor</c> times as fast as another: five minutes of a building in thirty seconds of a demo.</summary>
public sealed class ScaledTime : TimeProvider
{
    private readonly TimeProvider _inner;
    private readonly double _factor;
    private readonly long _origin;
    private readonly DateTimeOffset _startedAt;

    public ScaledTime(TimeProvider inner, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        _inner = inner;
        _factor = factor;
        _origin = inner.GetTimestamp();
        _startedAt = inner.GetUtcNow();
    }

    public override long TimestampFrequency => _inner.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    public override long GetTimestamp() => _origin + (long)((_inner.GetTimestamp() - _origin) * _factor);

    public override DateTimeOffset GetUtcNow() => _startedAt + (_inner.GetElapsedTime(_origin) * _factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(_inner.CreateTimer(callback, state, Shrink(dueTime), Shrink(period)), this);

    internal TimeSpan Shrink(TimeSpan time) => time <= TimeSpan.Zero ? time : time / _factor;
}
