using System.Globalization;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Chain;

/// <summary>One walk along the chain, from its start to its last row or to the first bad one.</summary>
internal sealed class ChainWalk(JournalIdentity identity, ChainHead start, JournalHead? expected)
{
    private const int RowsBetweenCancellationChecks = 4096;

    private readonly CanonicalRow canonical = new();
    private readonly RetentionRecords records = new(start);
    private readonly byte[] hash = (byte[])start.Hash.Clone();
    private readonly byte[] computed = new byte[CanonicalRow.HashLength];
    private JournalPosition position = start.Position;

    public JournalVerified Run(SqliteConnection connection, CancellationToken cancellation)
    {
        if (expected?.Position.Sequence < start.Position.Sequence)
        {
            return new JournalVerified.Incomparable(expected, new JournalHead(start.Position, start.Hash));
        }

        if (Rewritten() is { } otherStart)
        {
            return otherStart;
        }

        using var rows = new Statement(connection, $"SELECT {EntryRow.Columns} FROM entry ORDER BY sequence");
        var count = 0L;
        while (rows.Step())
        {
            if (count % RowsBetweenCancellationChecks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (Fault(rows) is { } broken)
            {
                return broken;
            }

            records.See(rows);
            count++;
        }

        return (End() ?? SnapshotMark.FirstBroken(connection)) is { } unexpected
            ? unexpected
            : new JournalVerified.Intact(
                identity.Site, count, new JournalHead(start.Position, start.Hash), new JournalHead(position, hash), records.StartIsRecorded);
    }

    private JournalVerified.Broken? Fault(Statement row)
    {
        var sequence = row.Long(0);
        var epoch = (int)row.Long(1);
        if (sequence <= start.Position.Sequence)
        {
            return Broken(sequence, ChainFault.BeforeStart, $"the first row at {Text(start.Position.Sequence + 1)}", $"a row at {Text(sequence)}");
        }

        if (sequence != position.Sequence + 1)
        {
            return Broken(position.Sequence + 1, ChainFault.Missing, $"a row at {Text(position.Sequence + 1)}", $"the next row at {Text(sequence)}");
        }

        EntryRow.Hash(row, canonical, hash, computed);
        var stored = row.Bytes(EntryRow.HashColumn);
        if (!stored.SequenceEqual(computed))
        {
            return Broken(sequence, ChainFault.Altered, $"hash {Convert.ToHexStringLower(computed)}", $"hash {Convert.ToHexStringLower(stored)}");
        }

        if (epoch < position.Epoch || epoch > identity.Epoch)
        {
            return Broken(sequence, ChainFault.Epoch, $"an epoch from {Text(position.Epoch)} to {Text(identity.Epoch)}", $"epoch {Text(epoch)}");
        }

        position = new JournalPosition(epoch, sequence);
        computed.CopyTo(hash, 0);
        return Rewritten();
    }

    private JournalVerified.Broken? Rewritten() =>
        expected is not null && expected.Position.Sequence == position.Sequence && !IsExpected()
            ? Broken(position.Sequence, ChainFault.Rewritten, expected.ToString(), new JournalHead(position, hash).ToString())
            : null;

    private JournalVerified.Broken? End()
    {
        if (expected is null || expected.Position.Sequence < position.Sequence || IsExpected())
        {
            return null;
        }

        return expected.Position.Sequence == position.Sequence
            ? Rewritten()
            : Broken(position.Sequence + 1, ChainFault.Truncated, $"entries up to {expected}", $"the end at {position}");
    }

    private bool IsExpected() => expected!.Position == position && expected.Hash.Span.SequenceEqual(hash);

    private static JournalVerified.Broken Broken(long sequence, ChainFault fault, string wanted, string found) => new(sequence, fault, wanted, found);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
