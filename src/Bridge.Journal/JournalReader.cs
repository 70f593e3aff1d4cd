using System.Text;
using Bridge.Journal.Chain;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal;

/// <summary>
/// Reads a journal beside its writer, on a connection of its own that cannot write. Each page is a short read, so that the writer's log can be
/// cleared meanwhile. Not thread-safe.
/// </summary>
public sealed class JournalReader : IDisposable
{
    private readonly string path;
    private readonly SqliteConnection connection;

    private JournalReader(string path, SqliteConnection connection)
    {
        this.path = path;
        this.connection = connection;
    }

    /// <summary>One attempt to open an existing journal of a version that this program knows.</summary>
    public static StorageResult<JournalReader> Open(string path) => ReadOnlyJournal.Open(path) switch
    {
        StorageResult<SqliteConnection>.Done done => new StorageResult<JournalReader>.Done(new JournalReader(path, done.Value)),
        StorageResult<SqliteConnection>.Failed failed => new StorageResult<JournalReader>.Failed(failed.Failure, failed.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The site's name, and the epoch that new entries get.</summary>
    public StorageResult<(string Site, int Epoch)> Identity() => Attempt.At(path, () =>
    {
        var identity = JournalIdentity.Read(connection);
        return (identity.Site, identity.Epoch);
    });

    /// <summary>At most <paramref name="max"/> entries.</summary>
    public StorageResult<IReadOnlyList<StoredEntry>> Page(JournalQuery query, int max) => Attempt.At<IReadOnlyList<StoredEntry>>(path, () =>
    {
        using var rows = new Statement(connection, Sql(query));
        Bind(rows, query, max);
        var page = new List<StoredEntry>();
        while (rows.Step())
        {
            page.Add(EntryRow.Read(rows));
        }

        return page;
    });

    public void Dispose() => connection.Dispose();

    private static string Sql(JournalQuery query)
    {
        var sql = new StringBuilder($"SELECT {EntryRow.Columns} FROM entry WHERE sequence > ?1 AND sequence < ?2");
        sql.Append(query.Door is null ? "" : " AND door = ?3");
        sql.Append(query.Correlation is null ? "" : " AND correlation = ?4");
        sql.Append(query.Kind is null ? "" : " AND kind = ?5");
        sql.Append(query.Origin is null ? "" : " AND origin = ?6");
        sql.Append(query.From is null ? "" : " AND occurred_at >= ?7");
        sql.Append(query.Until is null ? "" : " AND occurred_at < ?8");
        // The limit is the highest number: it makes the statement have all nine parameters.
        return sql.Append(query.NewestFirst ? " ORDER BY sequence DESC LIMIT ?9" : " ORDER BY sequence LIMIT ?9").ToString();
    }

    private static void Bind(Statement rows, JournalQuery query, int max) => rows
        .Bind(1, query.After ?? long.MinValue).Bind(2, query.Before ?? long.MaxValue).Bind(3, query.Door).Bind(4, query.Correlation)
        .Bind(5, query.Kind).Bind(6, (long?)query.Origin).Bind(7, Ticks(query.From)).Bind(8, Ticks(query.Until)).Bind(9, max);

    private static long? Ticks(DateTimeOffset? time) => time is { } at ? Timestamps.ToTicks(at) : null;
}
