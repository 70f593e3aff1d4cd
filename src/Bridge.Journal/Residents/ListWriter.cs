using Bridge.Journal.Register;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Residents;

/// <summary>Changes rows of the lists inside an open transaction, and writes down who changed which fields.</summary>
internal sealed class ListWriter(SqliteConnection connection, string actor, long now)
{
    /// <returns>What became of the row; null when it was like that already.</returns>
    public RegisterChangeAct? Put<T>(ListTable<T> table, T row)
    {
        var values = table.Values(row);
        var before = Stored(table, values[..table.KeyLength]);
        var changed = before is null
            ? table.Columns.Skip(table.KeyLength).ToList()
            : [.. table.Columns.Where((_, index) => !Equals(before[index], values[index]))];
        if (changed.Count == 0)
        {
            return null;
        }

        using (var put = new Statement(connection, table.Upsert))
        {
            put.BindAll(values).Run();
        }

        var act = before is null ? RegisterChangeAct.Added : RegisterChangeAct.Changed;
        Remember(table.List, ListTable<T>.Subject(values[..table.KeyLength]), act, changed);
        return act;
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove<T>(ListTable<T> table, object?[] key)
    {
        if (Stored(table, key) is null)
        {
            return false;
        }

        using (var delete = new Statement(connection, $"DELETE FROM {table.Table}{table.WhereKey}"))
        {
            delete.BindAll(key).Run();
        }

        var subject = ListTable<T>.Subject(key);
        using (var reason = new Statement(connection, "DELETE FROM reason WHERE list = ? AND subject = ?"))
        {
            reason.Bind(1, table.List.ToString()).Bind(2, subject).Run();
        }

        Remember(table.List, subject, RegisterChangeAct.Removed, []);
        return true;
    }

    /// <summary>Makes the list what it shall be: who is not in it is removed.</summary>
    public ImportCounts Replace<T>(ListTable<T> table, IReadOnlyList<T> rows)
    {
        // Removed first: a number may pass from one row to another.
        var kept = rows.Select(row => ListTable<T>.Subject(table.Key(row))).ToHashSet(StringComparer.Ordinal);
        var gone = Keys(table).Where(key => !kept.Contains(ListTable<T>.Subject(key))).ToList();
        foreach (var key in gone)
        {
            Remove(table, key);
        }

        var (added, changed, unchanged) = (0, 0, 0);
        foreach (var row in rows)
        {
            _ = Put(table, row) switch
            {
                RegisterChangeAct.Added => added++,
                null => unchanged++,
                _ => changed++,
            };
        }

        return new ImportCounts(added, changed, unchanged, gone.Count);
    }

    public void Remember(ResidentList list, string subject, RegisterChangeAct act, IEnumerable<string> fields)
    {
        using var insert = new Statement(connection, "INSERT INTO register_change (at, actor, list, subject, act, fields) VALUES (?, ?, ?, ?, ?, ?)");
        insert.Bind(1, now).Bind(2, actor).Bind(3, list.ToString()).Bind(4, subject).Bind(5, (int)act).Bind(6, string.Join(',', fields)).Run();
    }

    public List<T> All<T>(ListTable<T> table)
    {
        var all = new List<T>();
        using var rows = new Statement(connection, table.Select);
        while (rows.Step())
        {
            all.Add(table.Read(rows));
        }

        return all;
    }

    private List<object?[]> Keys<T>(ListTable<T> table) => [.. All(table).Select(table.Key)];

    private object?[]? Stored<T>(ListTable<T> table, object?[] key)
    {
        using var row = new Statement(connection, table.Select + table.WhereKey);
        return row.BindAll(key).Step() ? table.Values(table.Read(row)) : null;
    }
}
