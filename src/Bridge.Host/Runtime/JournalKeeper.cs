using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>
/// Keeps what the engine decided: in the journal, or, while the disk fails, in a bounded ring in memory that is written late and marked so. While
/// it is degraded nothing is acknowledged to anybody.
/// </summary>
public sealed class JournalKeeper(JournalStore store, BuildingState recovered, TurnRecorder recorder, TimeProvider time, ILogger<JournalKeeper> log)
{
    /// <summary>How much can be held in memory: ten thousand decisions are a night's traffic of a large building.</summary>
    public const int RingCapacity = 10_000;

    private const int SnapshotEvery = 5_000;
    private static readonly TimeSpan RecoveryPause = TimeSpan.FromSeconds(1);

    private readonly Queue<DecidedInput> ring = [];
    private readonly List<ReadReceipt> heldReceipts = [];
    private long lastAttempt;
    private long lastSnapshot = store.Head.Sequence;
    private long dropped;

    /// <summary>The state that the journal gave at the start.</summary>
    public BuildingState State { get; } = recovered;

    public JournalPosition Head => store.Head;

    /// <summary>Where the next entry goes in after: a restored journal writes under a new epoch.</summary>
    private JournalPosition Next => new(store.Epoch, store.Head.Sequence);

    public bool Degraded { get; private set; }

    public int Held => ring.Count;

    /// <summary>Writes the turn in one transaction. False: it is not on disk, and nothing of it may be acknowledged.</summary>
    public bool Commit(EngineTurn turn)
    {
        if (turn.Decided.Count == 0)
        {
            return true;
        }

        var snapshot = store.Head.Sequence - lastSnapshot >= SnapshotEvery ? JournalCodec.Encode(turn.State) : null;
        switch (store.Commit(recorder.Record(turn.Decided, Next, snapshot)))
        {
            case CommitResult.Committed:
                lastSnapshot = snapshot is null ? lastSnapshot : store.Head.Sequence;
                return true;
            case CommitResult.Failed failed:
                Degraded = true;
                lastAttempt = time.GetTimestamp();
                log.LogError("The journal cannot be written ({Failure}): {Reason}. Own credentials, fire and exits go on; nothing is acknowledged",
                    failed.Failure, failed.Reason);
                return false;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Holds a turn in memory. When the ring is full the oldest goes, and the loss is counted, and told when the journal is written again.</summary>
    public void Hold(EngineTurn turn)
    {
        foreach (var decided in turn.Decided)
        {
            if (ring.Count == RingCapacity)
            {
                ring.Dequeue();
                dropped++;
            }

            ring.Enqueue(decided);
        }

        heldReceipts.AddRange(turn.Receipts);
    }

    /// <summary>Tries, at most once a second, to reopen the journal and to write what was held. Gives the receipts that are now due.</summary>
    /// <param name="state">The state now. Where the ring has lost decisions, only its snapshot lets the next start know what they led to.</param>
    public IReadOnlyList<ReadReceipt> TryRecover(BuildingState state)
    {
        if (time.GetElapsedTime(lastAttempt) < RecoveryPause)
        {
            return [];
        }

        lastAttempt = time.GetTimestamp();
        var snapshot = dropped > 0 ? JournalCodec.Encode(state) : null;
        if (store.Reopen() is not JournalReopened.Reopened || store.Commit(recorder.Record([.. ring], Next, snapshot)) is not CommitResult.Committed)
        {
            return [];
        }

        log.LogWarning("The journal is written again: {Held} decisions written late, {Dropped} lost from memory", ring.Count, dropped);
        ring.Clear();
        dropped = 0;
        Degraded = false;
        ReadReceipt[] due = [.. heldReceipts];
        heldReceipts.Clear();
        return due;
    }

    /// <summary>Called at a clean stop: the next start has nothing to replay.</summary>
    public void KeepSnapshot(BuildingState state)
    {
        if (!Degraded && store.Head.Sequence > lastSnapshot)
        {
            store.Commit(new JournalBatch([], [], JournalCodec.Encode(state)));
        }
    }
}
