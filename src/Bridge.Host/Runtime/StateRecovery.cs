using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>The state that a journal tells: its last snapshot and the inputs after it, decided again.</summary>
/// <param name="Elapsed">Where the engine's time line ended.</param>
public sealed record StateRecovery(BuildingState State, TimeSpan Elapsed, DateTimeOffset? LastWall, long Replayed)
{
    /// <summary>From the newest snapshot of the journal that can be believed, and what came after it.</summary>
    public static StateRecovery Recover(JournalStore store)
    {
        var snapshot = store.LatestSnapshot() is StorageResult<JournalSnapshot?>.Done { Value: { } found } ? found : null;
        return Recover(snapshot, store.EntriesAfter(Math.Max(0, (snapshot?.Position.Sequence ?? 0) - 1)));
    }

    /// <summary>From a snapshot (null: from nothing). Without any snapshot the result is the same, only later.</summary>
    /// <param name="entries">The entries from the snapshot's own on, so that the time line is known even when nothing came after it.</param>
    public static StateRecovery Recover(JournalSnapshot? snapshot, IEnumerable<StoredEntry> entries)
    {
        var state = snapshot is null ? BuildingState.Empty : JournalCodec.DecodeState(snapshot.State);
        StoredEntry? last = null;
        long replayed = 0;
        foreach (var stored in entries)
        {
            last = stored;
            if (stored.Entry.Origin == EntryOrigin.Input && stored.Position.Sequence > (snapshot?.Position.Sequence ?? 0))
            {
                state = BuildingPolicy.Decide(state, JournalCodec.DecodeInput(stored.Entry.Body)).Next;
                replayed++;
            }
        }

        return new StateRecovery(state, last?.Entry.Elapsed ?? TimeSpan.Zero, last is null ? null : MomentOf(last.Entry).Judged(), replayed);
    }

    // What was written while the clock was in doubt says itself how late it was at least.
    private static Moment MomentOf(JournalEntry entry) =>
        entry.Origin == EntryOrigin.Input ? JournalCodec.DecodeInput(entry.Body).At : JournalCodec.DecodeEvent(entry.Body).At;

    /// <summary>Where the time line goes on: the time that passed while nobody counted is added by the wall clock, but never subtracted.</summary>
    public TimeSpan ContinueAt(DateTimeOffset now) => LastWall is { } wall && now > wall ? Elapsed + (now - wall) : Elapsed;
}
