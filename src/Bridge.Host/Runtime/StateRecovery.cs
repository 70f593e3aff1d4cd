using System.Data.Common;
using System.Text.Json;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>The state that a journal tells: its last snapshot and the inputs after it, decided again.</summary>
/// <param name="Elapsed">Where the engine's time line ended.</param>
public sealed record StateRecovery(BuildingState State, TimeSpan Elapsed, DateTimeOffset? LastWall, long Replayed)
{
    /// <summary>From the store itself.</summary>
    /// <exception cref="JournalUnusableException">The snapshot or the entries cannot be read, or the entries that the state was made of are gone.</exception>
    public static StateRecovery Of(JournalStore store)
    {
        var snapshot = store.LatestSnapshot() switch
        {
            StorageResult<JournalSnapshot?>.Done { Value: var found } => found,
            StorageResult<JournalSnapshot?>.Failed failed => throw new JournalUnusableException($"the snapshot cannot be read ({failed.Failure}): {failed.Reason}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var first = snapshot?.Position.Sequence ?? 1;
        try
        {
            return Recover(snapshot, Unbroken(store.EntriesAfter(first - 1), first));
        }
        catch (DbException failure)
        {
            throw new JournalUnusableException("the entries cannot be read", failure);
        }
        catch (JsonException failure)
        {
            throw new JournalUnusableException("the snapshot or an entry is not what this version writes", failure);
        }
    }

    /// <summary>From a snapshot (null: from nothing). Without any snapshot the result is the same, only later.</summary>
    /// <param name="entries">The entries from the snapshot's own on, so that the time line is known even when nothing came after it.</param>
    public static StateRecovery Recover(JournalSnapshot? snapshot, IEnumerable<StoredEntry> entries)
    {
        var state = snapshot is null ? BuildingState.Empty : JournalCodec.DecodeState(snapshot.State);
        StoredEntry? last = null;
        StoredEntry? told = null;
        long replayed = 0;
        foreach (var stored in entries)
        {
            last = stored;
            told = stored.Entry.Origin == EntryOrigin.Input || Enum.TryParse<EventKind>(stored.Entry.Kind, out _) ? stored : told;
            if (stored.Entry.Origin == EntryOrigin.Input && stored.Position.Sequence > (snapshot?.Position.Sequence ?? 0))
            {
                state = BuildingPolicy.Decide(state, JournalCodec.DecodeInput(stored.Entry.Body)).Next;
                replayed++;
            }
        }

        // The journal's own marks know only the clock as it stood; what was written in doubt says itself how late it was at least.
        var judged = told is null ? last?.Entry.OccurredAt : MomentOf(told.Entry).Judged();
        var wall = last?.Entry.OccurredAt > judged ? last.Entry.OccurredAt : judged;
        return new StateRecovery(state, last?.Entry.Elapsed ?? TimeSpan.Zero, wall, replayed);
    }

    private static Moment MomentOf(JournalEntry entry) =>
        entry.Origin == EntryOrigin.Input ? JournalCodec.DecodeInput(entry.Body).At : JournalCodec.DecodeEvent(entry.Body).At;

    // After retention the beginning is gone: a replay without a snapshot would begin in the middle, and find a locked-down door merely locked.
    private static IEnumerable<StoredEntry> Unbroken(IEnumerable<StoredEntry> entries, long next)
    {
        foreach (var stored in entries)
        {
            if (stored.Position.Sequence != next)
            {
                throw new JournalUnusableException($"entry {next} is needed to rebuild the state, and the next one is {stored.Position.Sequence}: no whole snapshot is left");
            }

            next++;
            yield return stored;
        }
    }

    /// <summary>Where the time line goes on: the time that passed while nobody counted is added by the wall clock, but never subtracted.</summary>
    public TimeSpan ContinueAt(DateTimeOffset now) => LastWall is { } wall && now > wall ? Elapsed + (now - wall) : Elapsed;
}
