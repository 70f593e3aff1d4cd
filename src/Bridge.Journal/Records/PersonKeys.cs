using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Records;

/// <summary>The file of keys. What is deleted from it is overwritten. Throws <see cref="SqliteException"/>.</summary>
internal sealed class PersonKeys(SqliteConnection connection) : IDisposable
{
    /// <summary>Returns after the sync.</summary>
    public void Add(IReadOnlyList<(string Id, PersonKey Key)> keys, long now) => connection.InTransaction(() =>
    {
        using var insert = new Statement(connection, "INSERT INTO person_key (id, dk, ck, created_at) VALUES (?, ?, ?, ?)");
        foreach (var (id, key) in keys)
        {
            insert.Bind(1, id).Bind(2, key.Data).Bind(3, key.Commitment).Bind(4, now).Run();
        }
    });

    public PersonKey? Find(string id)
    {
        using var row = new Statement(connection, "SELECT dk, ck FROM person_key WHERE id = ?");
        return row.Bind(1, id).Step() ? new PersonKey(row.Bytes(0).ToArray(), row.Bytes(1).ToArray()) : null;
    }

    public bool IsErased(string id)
    {
        using var row = new Statement(connection, "SELECT 1 FROM person_erased WHERE id = ?");
        return row.Bind(1, id).Step();
    }

    /// <summary>All that were ever erased, until they are forgotten.</summary>
    public IReadOnlyList<string> Erased() => Ids("SELECT id FROM person_erased");

    /// <summary>Keys made before a moment.</summary>
    public IReadOnlyList<string> MadeBefore(long moment)
    {
        using var rows = new Statement(connection, "SELECT id FROM person_key WHERE created_at < ?");
        return rows.Bind(1, moment).Ids();
    }

    /// <summary>Deletes keys and remembers whose they were, in one transaction. Returns after the sync.</summary>
    public void Erase(IReadOnlyCollection<string> ids, long now) => connection.InTransaction(() =>
    {
        using var remember = new Statement(connection, "INSERT OR IGNORE INTO person_erased (id, erased_at) VALUES (?, ?)");
        foreach (var id in ids)
        {
            remember.Bind(1, id).Bind(2, now).Run();
        }

        Delete(ids);
    });

    /// <summary>Deletes keys that belong to no row.</summary>
    public void Drop(IReadOnlyCollection<string> ids) => connection.InTransaction(() => Delete(ids));

    public void ForgetErased(long before) => connection.InTransaction(() =>
    {
        using var forget = new Statement(connection, "DELETE FROM person_erased WHERE erased_at < ?");
        forget.Bind(1, before).Run();
    });

    /// <summary>Writes the file anew without what was deleted, and empties the log.</summary>
    /// <returns>False: somebody still reads an older state.</returns>
    public bool Compact()
    {
        connection.Execute("VACUUM");
        return connection.EmptyLog();
    }

    public void Dispose() => connection.Dispose();

    private void Delete(IEnumerable<string> ids)
    {
        using var delete = new Statement(connection, "DELETE FROM person_key WHERE id = ?");
        foreach (var id in ids)
        {
            delete.Bind(1, id).Run();
        }
    }

    private IReadOnlyList<string> Ids(string sql)
    {
        using var rows = new Statement(connection, sql);
        return rows.Ids();
    }
}
