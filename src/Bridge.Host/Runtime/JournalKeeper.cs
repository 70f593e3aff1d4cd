using System.Globalization;
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

    private static readonly DecidedInput NoOrphans = new(new PolicyInput.Tick(default), [], Unjournalled: true);

    private readonly Queue<DecidedInput> ring = [];
    private readonly List<ReadReceipt> heldReceipts = [];
    private long lastAttempt;
    private long lastSnapshot = store.Head.Sequence;
    private long dropped;
    private DecidedInput orphans = NoOrphans;
    private bool lostTail;

    /// <summary>The state that the journal gave at the start.</summary>
    public BuildingState State { get; } = recovered;

    /// <summary>What the broker has confirmed is taken along in the next commit.</summary>
    public DeliveredMark? Delivered { get; init; }

    public JournalPosition Head => store.Head;

    /// <summary>Where the next entry goes in after: a restored journal writes under a new epoch.</summary>
    private JournalPosition Next => new(store.Epoch, store.Head.Sequence);

    public bool Degraded { get; private set; }

    public int Held => ring.Count;

    /// <summary>Writes the turn in one transaction. False: it is not on disk, and nothing of it may be acknowledged.</summary>
    public bool Commit(EngineTurn turn)
    {
        if (turn.Decided.Count == 0 && turn.Notes.Count == 0)
        {
            return true;
        }

        var snapshot = store.Head.Sequence - lastSnapshot >= SnapshotEvery ? JournalCodec.Encode(turn.State) : null;
        var batch = recorder.Record(turn.Decided, Next, snapshot, lost: null);
        var delivered = Delivered?.Due is { } id ? new DeliveredThrough(EventTranslation.Channel, id) : null;
        switch (store.Commit(batch with { Entries = [.. batch.Entries, .. turn.Notes], Delivered = delivered }))
        {
            case CommitResult.Committed:
                if (delivered is not null)
                {
                    Delivered!.Written(delivered.Id);
                }

                turn.EntriesAfterDecisions = turn.Notes.Count + (snapshot is null ? 0 : 1);
                lastSnapshot = snapshot is null ? lastSnapshot : store.Head.Sequence;
                return true;
            case CommitResult.Failed failed:
                Degraded = true;
                lastAttempt = time.GetTimestamp();
                log.LogError("The journal cannot be written ({Failure}): {Reason}. Own credentials, fire and exits go on; nothing is acknowledged",
                    failed.Failure, failed.Reason);
                return false;
            case CommitResult.Refused refused:
                // Numbers are given by the state, and the state comes from the journal: a start anew brings the two together again.
                throw new InvalidOperationException($"The journal does not take what was decided: {refused.Reason}");
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
                // Kept records are numbered without gaps: a line whose decision is lost from memory is written with the oldest one that is left.
                var lost = ring.Dequeue();
                orphans = orphans with { Lines = [.. orphans.Lines, .. lost.Lines], Changes = [.. orphans.Changes, .. lost.Changes], People = [.. orphans.People, .. lost.People] };
                dropped++;
            }

            ring.Enqueue(decided);
        }

        heldReceipts.AddRange(turn.Receipts);
        foreach (var refused in turn.Refused)
        {
            log.LogWarning("{Input} was refused: the journal cannot be written", refused.GetType().Name);
        }
    }

    /// <summary>Tries, at most once a second, to reopen the journal and to write what was held. Gives the receipts that are now due.</summary>
    /// <param name="state">The state after everything that is held: with a gap in the ring the entries alone no longer give it.</param>
    public IReadOnlyList<ReadReceipt> TryRecover(BuildingState state)
    {
        if (time.GetElapsedTime(lastAttempt) < RecoveryPause)
        {
            return [];
        }

        return Recover(state);
    }

    /// <summary>
    /// Called at a clean stop: the next start has nothing to replay. What is held gets a last chance, and the receipts that are due then are given; a
    /// loss is said, and the devices still hold what was read from them.
    /// </summary>
    public IReadOnlyList<ReadReceipt> Finish(BuildingState state)
    {
        if (Degraded)
        {
            var due = Recover(state);
            if (Degraded)
            {
                log.LogError("Stopped while the journal cannot be written: {Held} decisions are lost from memory", ring.Count + dropped);
            }

            return due;
        }

        if (store.Head.Sequence > lastSnapshot)
        {
            store.Commit(new JournalBatch([], [], JournalCodec.Encode(state)));
        }

        return [];
    }

    private ReadReceipt[] Recover(BuildingState state)
    {
        lastAttempt = time.GetTimestamp();
        // Said once and for good: no retry brings acknowledged entries back, and the file is left to whoever finds out what happened to it.
        if (lostTail || !Reopened() || !WriteHeld(state))
        {
            return [];
        }

        log.LogWarning("The journal is written again: {Held} decisions written late, {Dropped} lost from memory", ring.Count, dropped);
        ring.Clear();
        dropped = 0;
        orphans = NoOrphans;
        Degraded = false;
        ReadReceipt[] due = [.. heldReceipts];
        heldReceipts.Clear();
        return due;
    }

    private bool Reopened()
    {
        switch (store.Reopen())
        {
            case JournalReopened.Reopened:
                return true;
            case JournalReopened.Failed:
                return false;
            case JournalReopened.TailDiffers differs:
                lostTail = true;
                log.LogCritical("The journal ends at {Found} instead of {Expected}: acknowledged entries are missing. It is not written to any more; restore it",
                    differs.Found, differs.Expected);
                return false;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private bool WriteHeld(BuildingState state)
    {
        var snapshot = JournalCodec.Encode(state);
        if (store.Commit(recorder.Record(Everything(), Next, snapshot, Loss())) is not CommitResult.Committed)
        {
            return false;
        }

        lastSnapshot = store.Head.Sequence;
        return true;
    }

    private List<DecidedInput> Everything()
    {
        List<DecidedInput> held = [.. ring];
        if (held.Count > 0)
        {
            var oldest = held[0];
            held[0] = oldest with { Lines = [.. orphans.Lines, .. oldest.Lines], Changes = [.. orphans.Changes, .. oldest.Changes], People = [.. orphans.People, .. oldest.People] };
        }

        return held;
    }

    private BuildingEvent? Loss() => dropped == 0 ? null : new BuildingEvent(EventKind.EntriesLost, ring.Peek().Input.At)
    {
        Detail = string.Create(CultureInfo.InvariantCulture, $"{dropped} decisions before this one were lost while the journal could not be written"),
    };
}
