using System.Text.Json;
using Bridge.Journal.Residents;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Register;

/// <summary>Single changes of cards and PINs, each in one transaction with its line in the register's history.</summary>
internal static class CredentialWriter
{
    private const string Listed =
        "SELECT c.id, c.kind, c.shown, h.id, h.display_name, h.kind, h.unit, c.valid_from, c.valid_until, c.disabled, c.duress, c.access_levels "
        + "FROM credential c JOIN holder h ON h.id = c.holder";

    public static IReadOnlyList<CredentialRow> Read(SqliteConnection connection)
    {
        var rows = new List<CredentialRow>();
        using var read = new Statement(connection, Listed + " ORDER BY h.unit IS NULL, h.unit, h.display_name, c.kind, c.id");
        while (read.Step())
        {
            rows.Add(new CredentialRow(
                read.Text(0), (RegisteredKind)read.Long(1), read.Text(2), read.Text(3), read.Text(4), read.Text(5), read.TextOrNull(6))
            {
                ValidFrom = read.IsNull(7) ? null : Timestamps.FromTicks(read.Long(7)),
                ValidUntil = read.IsNull(8) ? null : Timestamps.FromTicks(read.Long(8)),
                Disabled = (DisabledReason)read.Long(9),
                Duress = read.Long(10) != 0,
                AccessLevels = RegisterIndex.Levels(read.Text(11)),
            });
        }

        return rows;
    }

    /// <returns>Without an index when nothing was changed.</returns>
    public static (CredentialChanged Changed, RegisterIndex? Index) Issue(SqliteConnection connection, IssuedCard card, string actor, long now) =>
        InTransaction(connection, () =>
        {
            using (var known = new Statement(connection, "SELECT 1 FROM credential WHERE kind = 1 AND hmac = ?"))
            {
                if (known.Bind(1, card.Digest.ToBytes()).Step())
                {
                    return new CredentialChanged.Known();
                }
            }

            var holder = Holder(connection, card, actor, now);
            var row = new StoredCredential(
                RandomId.Next(), holder, RegisteredKind.Card, card.Digest, card.Shown, Duress: false, ValidFrom: null,
                card.ValidUntil is { } until ? Timestamps.ToTicks(until) : null, DisabledReason.None, ExtendedTime: false, JsonSerializer.Serialize(card.AccessLevels));
            using (var put = new Statement(connection, "INSERT INTO credential (" + StoredCredential.Columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
            {
                row.Bind(put);
                put.Run();
            }

            Remember(connection, (actor, now), RegisterList.Credentials, row.Id, RegisterChangeAct.Added, "holder,valid_until,access_levels");
            return new CredentialChanged.Done(row.Id);
        });

    /// <returns>Without an index when nothing was changed.</returns>
    public static (CredentialChanged Changed, RegisterIndex? Index) SetDisabled(SqliteConnection connection, string credential, DisabledReason reason, string actor, long now) =>
        InTransaction(connection, () =>
        {
            using (var there = new Statement(connection, "SELECT disabled FROM credential WHERE id = ?"))
            {
                if (!there.Bind(1, credential).Step())
                {
                    return new CredentialChanged.NotThere();
                }

                if (there.Long(0) == (long)reason)
                {
                    return new CredentialChanged.Done(credential);
                }
            }

            using (var set = new Statement(connection, "UPDATE credential SET disabled = ? WHERE id = ?"))
            {
                set.Bind(1, (long)reason).Bind(2, credential).Run();
            }

            Remember(connection, (actor, now), RegisterList.Credentials, credential, RegisterChangeAct.Changed, "disabled");
            return new CredentialChanged.Done(credential);
        });

    private static (CredentialChanged Changed, RegisterIndex? Index) InTransaction(SqliteConnection connection, Func<CredentialChanged> work)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            var changed = work();
            if (changed is not CredentialChanged.Done)
            {
                connection.RollBackIfOpen();
                return (changed, null);
            }

            // Loaded before the commit, so that nothing can fail after it.
            var index = RegisterIndex.Load(connection);
            connection.Execute("COMMIT");
            return (changed, index);
        }
        catch (SqliteException)
        {
            connection.RollBackIfOpen();
            throw;
        }
    }

    // Who holds a card already keeps his row; a member who gets his first one is told who his holder is.
    private static string Holder(SqliteConnection connection, IssuedCard card, string actor, long now)
    {
        using (var known = new Statement(connection, "SELECT id FROM holder WHERE key = ?"))
        {
            if (known.Bind(1, card.Holder.Key).Step())
            {
                return known.Text(0);
            }
        }

        if (card.Holder.Unit is { } unit)
        {
            using var name = new Statement(connection, "INSERT OR IGNORE INTO unit (name) VALUES (?)");
            name.Bind(1, unit).Run();
        }

        var id = RandomId.Next();
        using (var put = new Statement(connection, "INSERT INTO holder (id, key, kind, unit, display_name) VALUES (?, ?, ?, ?, ?)"))
        {
            put.Bind(1, id).Bind(2, card.Holder.Key).Bind(3, card.Holder.Kind).Bind(4, card.Holder.Unit).Bind(5, card.Holder.DisplayName).Run();
        }

        if (card.Member is { } member)
        {
            using var tell = new Statement(connection, "UPDATE member SET holder = ? WHERE id = ? AND holder IS NOT ?");
            tell.Bind(1, card.Holder.Key).Bind(2, member).Bind(3, card.Holder.Key).Run();
            Remember(connection, (actor, now), RegisterList.Members, member, RegisterChangeAct.Changed, "holder");
        }

        return id;
    }

    private static void Remember(SqliteConnection connection, (string Actor, long Now) by, RegisterList list, string subject, RegisterChangeAct act, string fields)
    {
        using var insert = new Statement(connection, "INSERT INTO register_change (at, actor, list, subject, act, fields) VALUES (?, ?, ?, ?, ?, ?)");
        insert.Bind(1, by.Now).Bind(2, by.Actor).Bind(3, list.ToString()).Bind(4, subject).Bind(5, (int)act).Bind(6, fields).Run();
    }
}
