using Bridge.Host.Runtime;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Simulation.Oracles;

namespace Bridge.Simulation.Replays;

/// <summary>Recovers the state from the journal alone and compares it with the living one.</summary>
internal sealed class ReplayComparison(Violations violations)
{
    public int Compared { get; private set; }

    public int Mismatches { get; private set; }

    /// <summary>As the product recovers: from the newest snapshot, and from nothing.</summary>
    public void Recovered(JournalStore store, BuildingState live)
    {
        Compare("recovered with snapshots", StateRecovery.Of(store).State, live);
        Compare("recovered without a snapshot", StateRecovery.Recover(null, store.EntriesAfter(0)).State, live);
    }

    /// <summary>Replayed by the simulation itself, events included; and nothing is missing between the entries.</summary>
    public void Replayed(IReadOnlyList<StoredEntry> entries, BuildingState live)
    {
        var (state, difference) = JournalReplay.Run(entries);
        Compare("replayed", state, live);
        if (difference is not null)
        {
            Mismatch($"replayed: {difference}");
        }

        Gaps(entries);
    }

    public void Compare(string how, BuildingState recovered, BuildingState live)
    {
        Compared++;
        var difference = JournalCodec.Encode(recovered) == JournalCodec.Encode(live)
            ? StructuralDifference.Between(recovered, live)
            : StructuralDifference.Between(recovered, live) ?? "the written form differs, and no field does";
        if (difference is not null)
        {
            Mismatch($"{how}: {difference}");
        }
    }

    private void Gaps(IReadOnlyList<StoredEntry> entries)
    {
        var elapsed = TimeSpan.Zero;
        for (var i = 0; i < entries.Count; i++)
        {
            violations.Unless(entries[i].Position.Sequence == i + 1, $"entry {i + 1} has the sequence {entries[i].Position.Sequence}");
            violations.Unless(entries[i].Entry.Elapsed >= elapsed, $"the time line goes back at entry {i + 1}");
            elapsed = entries[i].Entry.Elapsed;
        }
    }

    private void Mismatch(string what)
    {
        Mismatches++;
        violations.Add(what);
    }
}
