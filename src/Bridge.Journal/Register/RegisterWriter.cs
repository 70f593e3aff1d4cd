using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Register;

/// <summary>Brings the file to what an import says, row by row where something differs, in one transaction.</summary>
internal static class RegisterWriter
{
    private const string PutCredential = "INSERT OR REPLACE INTO credential (" + StoredCredential.Columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private const string PutHolder =
        "INSERT INTO holder (id, key, kind, unit, display_name) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
        + "SET kind = excluded.kind, unit = excluded.unit, display_name = excluded.display_name";

    /// <returns>Without an index when it was declined: then nothing was changed.</returns>
    public static (RegisterImported.Done Done, RegisterIndex? Index) Replace(
        SqliteConnection connection, CredentialHasher hasher, RegisterImport import, Func<RegisterImported.Done, bool> accept)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            Units(connection, import.Holders);
            var (holders, gone, ids) = Holders(connection, import.Holders);
            var credentials = Credentials(connection, hasher, import.Credentials, ids);
            var done = new RegisterImported.Done(holders, credentials);
            if (!accept(done))
            {
                connection.RollBackIfOpen();
                return (done, null);
            }

            Delete(connection, "DELETE FROM holder WHERE id = ?", gone);
            connection.Execute("DELETE FROM unit WHERE name NOT IN (SELECT unit FROM holder WHERE unit IS NOT NULL)");
            // Loaded before the commit, so that nothing can fail after it.
            var index = RegisterIndex.Load(connection);
            connection.Execute("COMMIT");
            return (done, index);
        }
        catch (SqliteException)
        {
            connection.RollBackIfOpen();
            throw;
        }
    }

    private static void Units(SqliteConnection connection, IReadOnlyList<ImportedHolder> holders)
    {
        using var insert = new Statement(connection, "INSERT OR IGNORE INTO unit (name) VALUES (?)");
        foreach (var unit in holders.Select(holder => holder.Unit).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            insert.Bind(1, unit).Run();
        }
    }

    private static (ImportCounts Counts, List<string> Gone, Dictionary<string, string> Ids) Holders(
        SqliteConnection connection, IReadOnlyList<ImportedHolder> imported)
    {
        var known = StoredHolders(connection);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var (added, changed, unchanged) = (0, 0, 0);
        using var put = new Statement(connection, PutHolder);
        foreach (var holder in imported)
        {
            known.Remove(holder.Key, out var before);
            var after = new StoredHolder(before?.Id ?? RandomId.Next(), holder.Key, holder.Kind, holder.Unit, holder.DisplayName);
            ids.Add(holder.Key, after.Id);
            if (after == before)
            {
                unchanged++;
                continue;
            }

            put.Bind(1, after.Id).Bind(2, after.Key).Bind(3, after.Kind).Bind(4, after.Unit).Bind(5, after.DisplayName).Run();
            _ = before is null ? added++ : changed++;
        }

        return (new ImportCounts(added, changed, unchanged, known.Count), [.. known.Values.Select(holder => holder.Id)], ids);
    }

    private static ImportCounts Credentials(
        SqliteConnection connection, CredentialHasher hasher, IReadOnlyList<ImportedCredential> imported, Dictionary<string, string> holders)
    {
        var known = StoredCredentials(connection);
        var (added, changed, unchanged) = (0, 0, 0);
        using var put = new Statement(connection, PutCredential);
        foreach (var credential in imported)
        {
            var holder = holders[credential.HolderKey];
            var digest = ImportCheck.Digest(credential.Secret, hasher);
            known.Remove(Key(credential.Secret is CredentialSecret.Card, digest, holder), out var before);
            var after = StoredCredential.From(before?.Id ?? RandomId.Next(), holder, digest, credential);
            if (after == before)
            {
                unchanged++;
                continue;
            }

            after.Bind(put);
            put.Run();
            _ = before is null ? added++ : changed++;
        }

        Delete(connection, "DELETE FROM credential WHERE id = ?", known.Values.Select(credential => credential.Id));
        return new ImportCounts(added, changed, unchanged, known.Count);
    }

    // A card keeps its id even when it passes to somebody else; a PIN is the same one only with the same holder.
    private static (CredentialDigest Digest, string Holder) Key(bool card, CredentialDigest digest, string holder) =>
        (digest, card ? string.Empty : holder);

    private static Dictionary<string, StoredHolder> StoredHolders(SqliteConnection connection)
    {
        var known = new Dictionary<string, StoredHolder>(StringComparer.Ordinal);
        using var rows = new Statement(connection, "SELECT id, key, kind, unit, display_name FROM holder");
        while (rows.Step())
        {
            known.Add(rows.Text(1), new StoredHolder(rows.Text(0), rows.Text(1), rows.Text(2), rows.TextOrNull(3), rows.Text(4)));
        }

        return known;
    }

    private static Dictionary<(CredentialDigest Digest, string Holder), StoredCredential> StoredCredentials(SqliteConnection connection)
    {
        var known = new Dictionary<(CredentialDigest, string), StoredCredential>();
        using var rows = new Statement(connection, "SELECT " + StoredCredential.Columns + " FROM credential");
        while (rows.Step())
        {
            var credential = StoredCredential.Read(rows);
            known.Add(Key(credential.Kind == RegisteredKind.Card, credential.Digest, credential.Holder), credential);
        }

        return known;
    }

    private static void Delete(SqliteConnection connection, string sql, IEnumerable<string> ids)
    {
        using var delete = new Statement(connection, sql);
        foreach (var id in ids)
        {
            delete.Bind(1, id).Run();
        }
    }
}
