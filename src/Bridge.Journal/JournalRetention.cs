using Bridge.Journal.Chain;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal;

/// <summary>
/// Deletes the oldest entries, step by step beside the running writer. Each step is one short transaction; the host paces them and, after the last,
/// appends <see cref="RetentionStep.Anchor"/> as an entry. Entries stay that the outbox still has to tell, or that a kept snapshot still needs; a
/// parked message keeps none, because it carries everything it has to say.
/// </summary>
public static class JournalRetention
{
    public const int LongestStep = 10_000;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    /// <summary>One step: deletes at most <paramref name="max"/> of the entries recorded before a moment.</summary>
    public static StorageResult<RetentionStep> DeleteBefore(string path, DateTimeOffset before, int max, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, LongestStep);
        if (FileInspector.Inspect(path, Migrations.Journal, Wait) is not FileState.Present)
        {
            return new StorageResult<RetentionStep>.Failed(StorageFailure.Other, $"{path} is not a journal of a known version");
        }

        return Attempt.At(path, () =>
        {
            using var connection = SqliteFile.OpenForWriting(path, Wait, "FULL", eraseDeleted: true);
            // Disposing the connection rolls back what an exception leaves open.
            connection.Execute("BEGIN IMMEDIATE");
            var step = Step(connection, Timestamps.ToTicks(before), max, Timestamps.ToTicks(time.GetUtcNow()));
            connection.Execute("COMMIT");
            return step;
        });
    }

    private static RetentionStep Step(SqliteConnection connection, long before, int max, long now)
    {
        var (bound, holder) = Bound(connection);
        var last = LastBefore(connection, before, max, now);
        var through = Math.Min(last.Sequence, bound);
        var deleted = through > ChainHead.Start(connection).Position.Sequence ? Delete(connection, through, now) : 0;
        var heldBack = last.Sequence > bound ? holder : null;
        return new RetentionStep(deleted, Anchor(connection), heldBack is not null || !last.More, heldBack);
    }

    /// <summary>
    /// The prefix of entries recorded before: a clock that once went back does not make holes. An entry that carries a time still to come was
    /// written under a wrong clock; it is as old as the old ones behind it, and does not keep them for ever.
    /// </summary>
    private static (long Sequence, bool More) LastBefore(SqliteConnection connection, long before, int max, long now)
    {
        using var rows = new Statement(connection, "SELECT sequence, recorded_at FROM entry ORDER BY sequence");
        var (first, last) = (0L, 0L);
        while (rows.Step() && (rows.Long(1) < before || rows.Long(1) > now))
        {
            first = first == 0 ? rows.Long(0) : first;
            last = rows.Long(1) < before ? rows.Long(0) : last;
            if (last - first >= max)
            {
                return (first + max - 1, More: true);
            }
        }

        return (last, More: false);
    }

    private static (long Sequence, string Holder) Bound(SqliteConnection connection)
    {
        using var row = new Statement(
            connection, "SELECT (SELECT min(sequence) - 1 FROM outbox WHERE parked_at IS NULL), (SELECT min(sequence) - 1 FROM snapshot), (SELECT max(sequence) - 1 FROM entry)");
        row.Step();
        if (row.IsNull(1))
        {
            return (0, "there is no snapshot yet: the state can only be rebuilt from the first entry");
        }

        var snapshot = Math.Min(row.Long(1), row.IsNull(2) ? 0 : row.Long(2));
        return row.IsNull(0) || row.Long(0) >= snapshot
            ? (snapshot, "the oldest kept snapshot needs the entries after it")
            : (row.Long(0), "the outbox has not told these entries yet");
    }

    private static int Delete(SqliteConnection connection, long through, long now)
    {
        using var anchor = new Statement(
            connection,
            "INSERT INTO anchor (only, epoch, sequence, hash, deleted, deleted_at) SELECT 1, epoch, sequence, hash, "
            + "(SELECT count(*) FROM entry WHERE sequence <= ?1), ?2 FROM entry WHERE sequence = ?1 "
            + "ON CONFLICT (only) DO UPDATE SET epoch = excluded.epoch, sequence = excluded.sequence, hash = excluded.hash, "
            + "deleted = deleted + excluded.deleted, deleted_at = excluded.deleted_at");
        anchor.Bind(1, through).Bind(2, now).Run();
        using var delete = new Statement(connection, "DELETE FROM entry WHERE sequence <= ?");
        delete.Bind(1, through).Run();
        return connection.ChangedRows();
    }

    private static JournalAnchor? Anchor(SqliteConnection connection)
    {
        using var row = new Statement(connection, "SELECT epoch, sequence, hash, deleted FROM anchor");
        return row.Step()
            ? new JournalAnchor(new JournalPosition((int)row.Long(0), row.Long(1)), row.Bytes(2).ToArray(), row.Long(3))
            : null;
    }
}
