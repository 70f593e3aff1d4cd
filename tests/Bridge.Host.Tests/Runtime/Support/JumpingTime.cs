using Microsoft.Extensions.Time.Testing;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>Two clocks: one that a test moves on, and a wall clock that somebody may set at will beside it.</summary>
internal sealed class JumpingTime : TimeProvider
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider running = new(Monday);

    /// <summary>How far the wall clock has been set off.</summary>
    public TimeSpan Jump { get; set; }

    /// <summary>The wall clock moves on by this whenever somebody looks at it: what carries the same time was written by one look.</summary>
    public TimeSpan StepPerLook { get; set; }

    public override long TimestampFrequency => running.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        Jump += StepPerLook;
        return running.GetUtcNow() + Jump;
    }

    /// <summary>A control: there is no other clock than the one on the wall.</summary>
    public bool IsOneClock { get; set; }

    public override long GetTimestamp() => running.GetTimestamp() + (IsOneClock ? Jump.Ticks * TimestampFrequency / TimeSpan.TicksPerSecond : 0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        running.CreateTimer(callback, state, dueTime, period);

    public void Advance(TimeSpan time) => running.Advance(time);
}
