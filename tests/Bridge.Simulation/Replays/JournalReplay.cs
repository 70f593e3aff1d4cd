using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;

namespace Bridge.Simulation.Replays;

/// <summary>Decides the inputs of a journal again, and reads along whether the same is announced as was written down then.</summary>
internal static class JournalReplay
{
    /// <summary>The state at the end, and the first event that differs (null for none).</summary>
    public static (BuildingState State, string? EventDifference) Run(IEnumerable<StoredEntry> entries)
    {
        var state = BuildingState.Empty;
        var due = new Queue<BuildingEvent>();
        string? difference = null;
        foreach (var (position, entry) in entries.Select(stored => (stored.Position, stored.Entry)))
        {
            if (entry.Origin == EntryOrigin.Event)
            {
                difference ??= due.TryDequeue(out var announced)
                    ? JournalCodec.Encode(announced) == entry.Body ? null : $"entry {position.Sequence} says {entry.Body}, decided again {JournalCodec.Encode(announced)}"
                    : $"entry {position.Sequence}, {entry.Kind}, is not announced again";
                continue;
            }

            difference ??= due.Count == 0 ? null : $"before entry {position.Sequence} {due.Peek().Kind} is announced that was not then";
            due.Clear();
            var decision = BuildingPolicy.Decide(state, JournalCodec.DecodeInput(entry.Body));
            state = decision.Next;
            foreach (var announce in decision.Effects.OfType<OutboundEffect.Announce>())
            {
                due.Enqueue(announce.Event);
            }
        }

        return (state, difference ?? (due.Count == 0 ? null : $"at the end {due.Peek().Kind} is announced that was not then"));
    }
}
