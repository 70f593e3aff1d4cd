namespace Bridge.Devices.Tests.Modbus;

/// <summary>A clock that a fake link moves on and that allocates nothing, unlike one that has timers to serve.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public void Step(TimeSpan span) => _ticks += span.Ticks;
}
