using Bridge.Journal.Chain;
using Bridge.Journal.Records;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Storage;

/// <summary>The writer's connection with its prepared statements. Throws <see cref="SqliteException"/>; after one it is to be thrown away.</summary>
internal sealed class JournalConnection : IDisposable
{
    private const string InsertEntry = "INSERT INTO entry (" + EntryRow.Columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private const string InsertMessage =
        "INSERT INTO outbox (channel, topic, payload, content_type, sequence, enqueued_at) VALUES (?, ?, ?, ?, ?, ?)";

    private const string InsertSnapshot = "INSERT OR REPLACE INTO snapshot (sequence, epoch, taken_at, state) VALUES (?, ?, ?, ?)";

    /// <summary>Three: one that is damaged or proves unreadable to a newer version does not force a replay from the beginning.</summary>
    private const string PruneSnapshots = "DELETE FROM snapshot WHERE sequence NOT IN (SELECT sequence FROM snapshot ORDER BY sequence DESC LIMIT 3)";

    private readonly CanonicalRow canonical = new();
    private readonly StatementSet statements;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement insertEntry;
    private readonly Statement insertMessage;
    private readonly Statement markDelivered;
    private readonly Statement insertSnapshot;
    private readonly Statement pruneSnapshots;

    private JournalConnection(SqliteConnection connection, StatementSet statements)
    {
        Connection = connection;
        this.statements = statements;
        begin = statements.Prepare("BEGIN IMMEDIATE");
        commit = statements.Prepare("COMMIT");
        insertEntry = statements.Prepare(InsertEntry);
        insertMessage = statements.Prepare(InsertMessage);
        markDelivered = statements.Prepare(Outbox.MarkThrough);
        insertSnapshot = statements.Prepare(InsertSnapshot);
        pruneSnapshots = statements.Prepare(PruneSnapshots);
        Records = new RecordWriter(statements, connection);
    }

    /// <summary>Takes the connection over, also when it fails.</summary>
    public static JournalConnection Over(SqliteConnection connection)
    {
        var statements = new StatementSet(connection);
        try
        {
            return new JournalConnection(connection, statements);
        }
        catch (SqliteException)
        {
            // A statement that is left behind keeps the file open, whatever becomes of the connection.
            statements.Dispose();
            connection.Dispose();
            throw;
        }
    }

    public SqliteConnection Connection { get; }

    public RecordWriter Records { get; }

    public void Begin() => begin.Run();

    /// <summary>Returns after the sync.</summary>
    public void Commit() => commit.Run();

    /// <summary>Appends the batch's rows inside the open transaction.</summary>
    /// <returns>The tail that the journal has once the transaction is committed.</returns>
    public CommittedTail Append(JournalBatch batch, CommittedTail tail, int epoch, long now)
    {
        var head = tail.Head with { Hash = (byte[])tail.Head.Hash.Clone() };
        foreach (var entry in batch.Entries)
        {
            head = Append(entry, head, epoch, now);
        }

        var message = tail.LastMessage;
        foreach (var draft in batch.Outbox)
        {
            insertMessage.Bind(1, draft.Channel).Bind(2, draft.Topic).Bind(3, draft.Payload.Span).Bind(4, draft.ContentType)
                .Bind(5, draft.Sequence).Bind(6, now).Run();
            message = Connection.LastInsertedRow();
        }

        Records.Append(batch, tail.Head.Position.Sequence + 1);
        if (batch.Delivered is { } delivered)
        {
            markDelivered.Bind(1, delivered.Channel).Bind(2, delivered.Id).Run();
        }

        if (batch.Snapshot is { } state)
        {
            head = Append(SnapshotMark.Entry(Connection, state, Timestamps.FromTicks(now)), head, epoch, now);
            insertSnapshot.Bind(1, head.Position.Sequence).Bind(2, epoch).Bind(3, now).Bind(4, state).Run();
            pruneSnapshots.Run();
        }

        return new CommittedTail(head, message);
    }

    /// <summary>
    /// Takes away whatever stands behind the tail: a commit whose sync failed may be whole in the WAL all the same. It was reported as not done,
    /// so it must not be there. Always writes and syncs, to see whether the disk does; unless the tail itself is not there any more.
    /// </summary>
    /// <returns>Null, or where the chain ends when the tail is not in it: then nothing was written.</returns>
    public ChainHead? ReturnTo(CommittedTail tail)
    {
        Begin();
        if (!ChainHead.IsThere(Connection, tail.Head))
        {
            var found = ChainHead.Read(Connection);
            Connection.RollBackIfOpen();
            return found;
        }

        Records.ReturnTo(tail.Head.Position.Sequence);
        DeleteAfter("DELETE FROM entry WHERE sequence > ?", tail.Head.Position.Sequence);
        DeleteAfter("DELETE FROM snapshot WHERE sequence > ?", tail.Head.Position.Sequence);
        DeleteAfter("DELETE FROM outbox WHERE id > ?", tail.LastMessage);
        Connection.Execute("UPDATE journal SET reopened = reopened + 1");
        Commit();
        return null;
    }

    /// <summary>
    /// Carries everything from the log into the file itself, syncs that and empties the log. After a sync that failed the system may call pages of the log
    /// clean that never reached the disk, and a later sync of it succeeds over the hole: a log is only believed again when it begins anew.
    /// </summary>
    /// <returns>False: somebody still reads an older state.</returns>
    public bool EmptyLog() => Connection.EmptyLog();

    public void Dispose()
    {
        statements.Dispose();
        Connection.Dispose();
    }

    // The hash is overwritten in place: one array serves the whole batch.
    private ChainHead Append(JournalEntry entry, ChainHead head, int epoch, long now)
    {
        var position = new JournalPosition(epoch, head.Position.Sequence + 1);
        EntryRow.Bind(insertEntry, canonical, position, entry, now, head.Hash);
        insertEntry.Run();
        return head with { Position = position };
    }

    private void DeleteAfter(string sql, long last)
    {
        using var delete = new Statement(Connection, sql);
        delete.Bind(1, last).Run();
    }
}
