using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Chain;

/// <summary>The last row of the chain, or where it starts when it has no rows.</summary>
internal sealed record ChainHead(JournalPosition Position, byte[] Hash)
{
    public static ChainHead Read(SqliteConnection connection)
    {
        using var last = new Statement(connection, "SELECT epoch, sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1");
        return last.Step()
            ? new ChainHead(new JournalPosition((int)last.Long(0), last.Long(1)), last.Bytes(2).ToArray())
            : Start(connection);
    }

    /// <summary>What the first row's hash is computed from: the anchor that retention left, or genesis.</summary>
    public static ChainHead Start(SqliteConnection connection)
    {
        using (var anchor = new Statement(connection, "SELECT epoch, sequence, hash FROM anchor"))
        {
            if (anchor.Step())
            {
                return new ChainHead(new JournalPosition((int)anchor.Long(0), anchor.Long(1)), anchor.Bytes(2).ToArray());
            }
        }

        var identity = JournalIdentity.Read(connection);
        return new ChainHead(new JournalPosition(identity.FirstEpoch, 0), CanonicalRow.Genesis(identity.Site, identity.FirstEpoch, identity.CreatedAt));
    }

    /// <summary>Is this row in the file, with this hash?</summary>
    public static bool IsThere(SqliteConnection connection, ChainHead head)
    {
        using var row = new Statement(connection, "SELECT epoch, sequence, hash FROM entry WHERE sequence = ?");
        row.Bind(1, head.Position.Sequence);
        return row.Step()
            ? head.Same(new ChainHead(new JournalPosition((int)row.Long(0), row.Long(1)), row.Bytes(2).ToArray()))
            : head.Same(Start(connection));
    }

    private bool Same(ChainHead other) => Position == other.Position && Hash.AsSpan().SequenceEqual(other.Hash);
}
