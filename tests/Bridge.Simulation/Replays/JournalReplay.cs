using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;

namespace Bridge.Simulation.Replays;

/// <summary>
/// Decides the inputs of a journal again, and reads along: the same is announced as was written down then, and no input is idle, since one that
/// changes nothing and asks for nothing is not journalled.
/// </summary>
internal static class JournalReplay
{
    /// <summary>The state at the end, and the first entry that differs (null for none).</summary>
    public static (BuildingState State, string? Difference) Run(IEnumerable<StoredEntry> entries)
    {
        var state = BuildingState.Empty;
        var due = new Queue<BuildingEvent>();
        string? difference = null;
        foreach (var (position, entry) in entries.Select(stored => (stored.Position, stored.Entry)))
        {
            if (entry.Origin == EntryOrigin.Event && !Enum.TryParse<EventKind>(entry.Kind, out _))
            {
                // A mark of the journal's own: decided by nobody.
                continue;
            }

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
            difference ??= ReferenceEquals(decision.Next, state) && decision.Effects.Count == 0 ? $"entry {position.Sequence}, {entry.Kind}, changes nothing" : null;
            state = decision.Next;
            foreach (var announce in decision.Effects.OfType<OutboundEffect.Announce>())
            {
                due.Enqueue(announce.Event);
            }
        }

        return (state, difference ?? (due.Count == 0 ? null : $"at the end {due.Peek().Kind} is announced that was not then"));
    }
}
