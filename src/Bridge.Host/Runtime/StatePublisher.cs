using System.Collections.Immutable;
using Bridge.Host.ReadModel;
using Bridge.Host.Translation;
using Bridge.Outbound;
using Bridge.Outbound.Mqtt;
using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>
/// Keeps the retained state at the broker right: everything after a connection, then what changed. Latest wins, nothing queues. Only what is on
/// disk is told: while the journal cannot be written the state stands still, its own time says how old it is, and the bridge's availability says why.
/// </summary>
public sealed class StatePublisher(string site, BuildingMonitor monitor, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    /// <summary>The doors that the broker may keep something of: what earlier runs told, and what was told since.</summary>
    private ImmutableHashSet<DoorId> kept = [.. monitor.Current.State.Doors.Keys];

    private BuildingView? told;
    private bool toldDegraded;

    public async Task<DeliveryResult> PublishAllAsync(IOutboundChannel channel, CancellationToken cancellationToken)
    {
        var view = monitor.Journalled;
        var bridge = monitor.Current;
        List<RetainedState> states = [StateTranslation.Bridge(site, bridge, online: true)];
        states.AddRange(view.State.Doors.Keys.SelectMany(door => StateTranslation.Door(site, view, door)));
        states.AddRange(Gone(view));
        var result = await PublishAsync(channel, states, view, cancellationToken);
        told = result is DeliveryResult.Delivered ? view : null;
        toldDegraded = bridge.Degraded;
        return result;
    }

    public async Task PublishChangesAsync(IOutboundChannel channel, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var next = monitor.Changed;
            var view = monitor.Journalled;
            var bridge = monitor.Current;
            var states = Changes(told, view);
            if (bridge.Degraded != toldDegraded)
            {
                states.Insert(0, StateTranslation.Bridge(site, bridge, online: true));
            }

            if (states.Count > 0 && await PublishAsync(channel, states, view, cancellationToken) is not DeliveryResult.Delivered)
            {
                return;
            }

            told = view;
            toldDegraded = bridge.Degraded;
            await next.WaitAsync(cancellationToken);
            // A door that changes ten times in a moment is told once: this is state, not history.
            await Task.Delay(Pace, time, cancellationToken);
        }
    }

    /// <summary>What is left at the broker after a clean stop.</summary>
    public RetainedState Offline() => StateTranslation.Bridge(site, monitor.Current, online: false);

    private List<RetainedState> Changes(BuildingView? before, BuildingView view)
    {
        List<RetainedState> states = [];
        foreach (var (door, state) in view.State.Doors)
        {
            if (!ReferenceEquals(before?.State.Doors.GetValueOrDefault(door), state))
            {
                states.AddRange(StateTranslation.Door(site, view, door));
            }
        }

        states.AddRange(Gone(view));
        return states;
    }

    // A door may go while the broker, or this service, is away: what the broker keeps of it would stay there for ever.
    private IEnumerable<RetainedState> Gone(BuildingView view) =>
        kept.Where(door => !view.State.Doors.ContainsKey(door)).SelectMany(door => StateTranslation.Removed(site, door));

    private async Task<DeliveryResult> PublishAsync(IOutboundChannel channel, List<RetainedState> states, BuildingView view, CancellationToken cancellationToken)
    {
        // What is not confirmed may arrive all the same.
        kept = kept.Union(view.State.Doors.Keys);
        var result = await channel.PublishStateAsync(states, cancellationToken);
        kept = result is DeliveryResult.Delivered ? [.. view.State.Doors.Keys] : kept;
        return result;
    }
}
