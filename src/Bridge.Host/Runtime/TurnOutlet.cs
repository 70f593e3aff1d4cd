using Bridge.Host.ReadModel;
using Bridge.Journal;

namespace Bridge.Host.Runtime;

/// <summary>
/// Where a turn leaves the engine, in the order that matters: first the lock, because a person waits; then the devices may forget; then everybody
/// who looks.
/// </summary>
public sealed class TurnOutlet(EffectRunner effects, LineSet lines, BuildingMonitor monitor, OutboxSignal outbox)
{
    /// <summary>Cards that nobody holds yet; null for a bridge without an office.</summary>
    public UnknownCards? Unknown { get; init; }

    public void LetOut(EngineTurn turn, JournalPosition head, bool degraded)
    {
        // An end of the fire release first: a fire that began again in the same turn must not be ended by it.
        effects.Watch(turn.Decided);
        foreach (var effect in turn.Effects)
        {
            effects.Run(effect);
        }

        if (!degraded)
        {
            outbox.Committed(head);
            Confirm(turn.Receipts);
            Unknown?.Note(turn.UnknownCards);
        }

        if (turn.Decided.Count > 0)
        {
            outbox.Raise();
        }

        monitor.Show(turn, head, degraded);
        foreach (var (tell, events) in turn.Waiting)
        {
            tell(degraded || events is null ? new AskedOutcome.NotRemembered() : new AskedOutcome.Remembered(events, head, turn.State));
        }
    }

    /// <summary>What is on disk may be forgotten at its source.</summary>
    public void Confirm(IReadOnlyList<ReadReceipt> receipts)
    {
        foreach (var receipt in receipts)
        {
            lines.Confirm(receipt);
        }
    }
}
