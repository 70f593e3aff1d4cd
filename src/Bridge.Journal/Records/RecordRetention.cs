using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Records;

/// <summary>
/// Takes from old records what links them to a person, and deletes those that are older still, step by step beside the running writer. Numbers are not given
/// again. People themselves are the vault's.
/// </summary>
public static class RecordRetention
{
    private const string Linked =
        "household IS NOT NULL OR consent_by IS NOT NULL OR reference IS NOT NULL OR person IS NOT NULL";

    private const string Unlink = "SET household = NULL, consent_by = NULL, reference = NULL, person = NULL";

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    /// <summary>One step over at most <paramref name="max"/> records.</summary>
    /// <returns>How many records it changed or deleted; 0 when nothing is left to be done now.</returns>
    public static StorageResult<int> Apply(string path, RetentionLimits limits, int max, TimeProvider time) => Attempt.At(path, () =>
    {
        var now = Timestamps.ToTicks(time.GetUtcNow());
        using var connection = SqliteFile.OpenForWriting(path, Wait, "FULL", eraseDeleted: true);
        var done = 0;
        if (Waiting(connection, limits, now))
        {
            connection.InTransaction(() => done = Step(connection, limits, max, now));
        }

        return done;
    });

    // Most nights there is nothing to do: then nothing is written.
    private static bool Waiting(SqliteConnection connection, RetentionLimits limits, long now)
    {
        using var oldest = new Statement(connection, $"SELECT 1 FROM record WHERE created_at <= ?1 AND ({Linked} OR created_at <= ?2) LIMIT 1");
        return oldest.Bind(1, now - Shortest(limits).Ticks).Bind(2, now - limits.Skeleton.Ticks).Step();
    }

    private static TimeSpan Shortest(RetentionLimits limits) => limits.Movement < limits.Skeleton ? limits.Movement : limits.Skeleton;

    // 4 is an incident: its links and its row stay for its own limit.
    private static int Step(SqliteConnection connection, RetentionLimits limits, int max, long now)
    {
        var done = 0;
        using (var delete = new Statement(
            connection, "DELETE FROM record WHERE id IN (SELECT id FROM record WHERE (retention = 4) = ?1 AND created_at <= ?2 ORDER BY id LIMIT ?3)"))
        {
            foreach (var retention in new[] { RetentionClass.Skeleton, RetentionClass.Incident })
            {
                delete.Bind(1, retention == RetentionClass.Incident ? 1 : 0).Bind(2, now - limits.Of(retention).Ticks).Bind(3, max).Run();
                done += connection.ChangedRows();
            }
        }

        // What was amended links as well. The record itself goes last: it is by it that the step knows what is left.
        using var change = new Statement(
            connection,
            $"UPDATE record_change {Unlink} WHERE ({Linked}) AND EXISTS (SELECT 1 FROM record r WHERE r.form = record_change.form AND r.month = record_change.month "
            + "AND r.running = record_change.running AND (r.retention = 4) = ?1 AND r.created_at <= ?2)");
        change.Bind(1, 0).Bind(2, now - limits.Movement.Ticks).Run();
        using var record = new Statement(
            connection,
            $"UPDATE record {Unlink} WHERE id IN (SELECT id FROM record WHERE (retention = 4) = ?1 AND created_at <= ?2 AND ({Linked}) ORDER BY id LIMIT ?3)");
        record.Bind(1, 0).Bind(2, now - limits.Movement.Ticks).Bind(3, max).Run();
        return done + connection.ChangedRows();
    }
}
