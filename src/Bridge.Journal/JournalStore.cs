using Bridge.Journal.Chain;
using Bridge.Journal.Records;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal;

/// <summary>
/// The journal of one site: one writer, in this process. Not thread-safe: the engine is the only caller. Reading tools and the outbox use
/// connections of their own.
/// </summary>
public sealed class JournalStore : IDisposable
{
    private readonly JournalOptions options;
    private readonly TimeProvider time;
    private readonly Lease lease;
    private JournalConnection? connection;
    private CommittedTail tail;

    internal JournalStore(JournalOptions options, TimeProvider time, Lease lease, JournalConnection connection, int epoch, CommittedTail tail)
    {
        this.options = options;
        this.time = time;
        this.lease = lease;
        this.connection = connection;
        this.tail = tail;
        Epoch = epoch;
    }

    /// <summary>The last entry; its sequence is 0 while there is none.</summary>
    public JournalPosition Head => tail.Head.Position;

    /// <summary>The hash of the last entry (of the chain's start while there is none): what an off-host anchor keeps.</summary>
    public ReadOnlyMemory<byte> HeadHash => tail.Head.Hash;

    /// <summary>The epoch that new entries get. The next entry is <c>(Epoch, Head.Sequence + 1)</c>.</summary>
    public int Epoch { get; }

    /// <summary>A commit failed and <see cref="Reopen"/> has not succeeded since.</summary>
    public bool Suspect => connection is null;

    /// <summary>One attempt to open (or create) the journal for writing. Takes the lease that keeps a second process out.</summary>
    public static JournalOpened Open(JournalOptions options, TimeProvider time) => JournalOpener.Open(options, time);

    /// <summary>Appends the batch in one transaction and returns after the sync.</summary>
    public CommitResult Commit(JournalBatch batch)
    {
        if (connection is null)
        {
            return new CommitResult.Failed(StorageFailure.Other, "An earlier commit failed and the journal has not been reopened.");
        }

        try
        {
            if (connection.Records.Problem(batch) is { } problem)
            {
                return new CommitResult.Refused(problem);
            }

            connection.Begin();
            var next = connection.Append(batch, tail, Epoch, Timestamps.ToTicks(time.GetUtcNow()));
            connection.Commit();
            tail = next;
            return new CommitResult.Committed(Head);
        }
        catch (SqliteException exception)
        {
            // After a failed sync SQLite carries on, and the next commit may claim success over a hole: nothing is believed until Reopen.
            // Closing rolls back what is open.
            Abandon();
            return new CommitResult.Failed(exception.Kind(), exception.Reason(options.Path));
        }
    }

    /// <summary>
    /// One attempt to go on after a failed commit: opens the file afresh, compares it with what was acknowledged, takes away what a failed
    /// commit may have left, writes and syncs once, and begins the log anew.
    /// </summary>
    public JournalReopened Reopen()
    {
        Abandon();
        JournalConnection? opened = null;
        try
        {
            opened = JournalOpener.Connect(options);
            if (opened.ReturnTo(tail) is { } found)
            {
                opened.Dispose();
                return new JournalReopened.TailDiffers(Head, found.Position);
            }

            if (!opened.EmptyLog())
            {
                opened.Dispose();
                return new JournalReopened.Failed(StorageFailure.Locked, $"{options.Path}: the log cannot be emptied while somebody reads an older state");
            }

            connection = opened;
            return new JournalReopened.Reopened(Head);
        }
        catch (SqliteException exception)
        {
            // It is tried every second for as long as the disk is full: a connection left behind each time would use up the process's files.
            opened?.Dispose();
            return new JournalReopened.Failed(exception.Kind(), exception.Reason(options.Path));
        }
    }

    /// <summary>The newest snapshot that belongs to the chain as it stands; damaged ones are passed over.</summary>
    public StorageResult<JournalSnapshot?> LatestSnapshot() =>
        Attempt.At(options.Path, () => SnapshotRow.Latest(Connected()));

    /// <summary>The number that the next record of a form gets in the month of a day.</summary>
    public StorageResult<RecordNumber> NextRecord(RecordForm form, DateOnly day) => Attempt.At(options.Path, () =>
    {
        var first = RecordNumber.First(form, day);
        return first with { Running = Open().Records.Last(form, first.Month) + 1 };
    });

    /// <summary>Entries after a sequence, oldest first, read page by page so that nothing stays locked between them.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public IEnumerable<StoredEntry> EntriesAfter(long sequence)
    {
        const int PageLength = 1000;
        using var page = new Statement(Connected(), $"SELECT {EntryRow.Columns} FROM entry WHERE sequence > ? ORDER BY sequence LIMIT ?");
        var rows = new List<StoredEntry>(PageLength);
        do
        {
            rows.Clear();
            page.Bind(1, sequence).Bind(2, PageLength);
            while (page.Step())
            {
                rows.Add(EntryRow.Read(page));
            }

            page.Reset();
            foreach (var row in rows)
            {
                sequence = row.Position.Sequence;
                yield return row;
            }
        }
        while (rows.Count == PageLength);
    }

    public void Dispose()
    {
        Abandon();
        lease.Dispose();
    }

    private SqliteConnection Connected() => Open().Connection;

    private JournalConnection Open() =>
        connection ?? throw new InvalidOperationException("The journal must be reopened before it is read.");

    private void Abandon()
    {
        connection?.Dispose();
        connection = null;
    }
}
