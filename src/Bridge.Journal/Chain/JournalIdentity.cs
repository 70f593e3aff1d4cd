using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Chain;

/// <summary>Whose journal this is.</summary>
internal sealed record JournalIdentity(string Site, int Epoch, int FirstEpoch, long CreatedAt)
{
    public static JournalIdentity Read(SqliteConnection connection)
    {
        using var row = new Statement(connection, "SELECT site, epoch, first_epoch, created_at FROM journal");
        return row.Step()
            ? new JournalIdentity(row.Text(0), (int)row.Long(1), (int)row.Long(2), row.Long(3))
            : throw new SqliteException("The journal has no identity row.", SQLitePCL.raw.SQLITE_CORRUPT);
    }

    public void Insert(SqliteConnection connection)
    {
        using var insert = new Statement(connection, "INSERT INTO journal (only, site, epoch, first_epoch, created_at) VALUES (1, ?, ?, ?, ?)");
        insert.Bind(1, Site).Bind(2, Epoch).Bind(3, FirstEpoch).Bind(4, CreatedAt).Run();
    }
}
