using Bridge.Host.ReadModel;
using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>Tells the engine that time has passed, when something is due, the journal waits to be written again, or it has been silent for a second.</summary>
public sealed class Ticker(BuildingMonitor monitor, EngineQueue queue, EngineClock clock, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    // A slow engine must not find its queue full of ticks: they would take the room of a fire input, and one says as much as ten.
    private volatile bool waiting;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            Look();
        }
    }

    /// <summary>One look: asks for a tick if there is a reason for one.</summary>
    public void Look()
    {
        var view = monitor.Current;
        if ((!waiting || queue.Waiting == 0) && (view.Degraded || monitor.SinceLastTurn >= Heartbeat || IsDue(BuildingPolicy.NextDue(view.State))))
        {
            waiting = true;
            queue.TryOffer(new EngineItem.Asked(clock.Timestamp, Take));
        }
    }

    private PolicyInput.Tick Take(Moment at)
    {
        waiting = false;
        return new PolicyInput.Tick(at);
    }

    private bool IsDue(TimeSpan? due) => due is { } moment && clock.Elapsed >= moment;
}
