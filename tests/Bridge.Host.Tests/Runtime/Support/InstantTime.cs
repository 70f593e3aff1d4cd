using System.Collections.Concurrent;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>A clock on which every wait is over at once; it remembers how long each would have been, and moves on by it.</summary>
internal sealed class InstantTime : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> waits = [];
    private long elapsed;

    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref elapsed);

    public override DateTimeOffset GetUtcNow() => JumpingTime.Monday + TimeSpan.FromTicks(GetTimestamp());

    public void Pass(TimeSpan time) => Interlocked.Add(ref elapsed, time.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            waits.Enqueue(dueTime);
            Pass(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Over();
    }

    private sealed class Over : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            // Nothing is held.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
