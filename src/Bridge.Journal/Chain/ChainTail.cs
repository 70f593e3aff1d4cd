using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Chain;

/// <summary>
/// Checks the newest entries at opening, and all from the newest snapshot on, because the state is made of them: what a torn or wrong copy damages first.
/// The whole chain is the verifier's.
/// </summary>
internal static class ChainTail
{
    private const int Length = 1000;

    /// <returns>The first of the last entries that does not match its hash, or null.</returns>
    public static long? Broken(SqliteConnection connection)
    {
        using var rows = new Statement(
            connection,
            $"SELECT {EntryRow.Columns} FROM entry WHERE sequence > min((SELECT max(sequence) FROM entry) - ?1, "
            + "ifnull((SELECT max(sequence) - 2 FROM snapshot), (SELECT max(sequence) FROM entry))) ORDER BY sequence");
        rows.Bind(1, Length);
        var canonical = new CanonicalRow();
        Span<byte> previous = stackalloc byte[CanonicalRow.HashLength];
        Span<byte> expected = stackalloc byte[CanonicalRow.HashLength];
        var start = ChainHead.Start(connection);
        start.Hash.CopyTo(previous);
        var first = true;
        while (rows.Step())
        {
            first &= rows.Long(0) != start.Position.Sequence + 1;
            var hash = rows.Bytes(EntryRow.HashColumn);
            if (!first)
            {
                EntryRow.Hash(rows, canonical, previous, expected);
            }

            if (hash.Length != CanonicalRow.HashLength || (!first && !hash.SequenceEqual(expected)))
            {
                return rows.Long(0);
            }

            hash.CopyTo(previous);
            first = false;
        }

        return null;
    }
}
