using Bridge.Journal.Storage;

namespace Bridge.Journal.Chain;

/// <summary>The columns of <c>entry</c>, in the one order that inserting, reading and hashing share.</summary>
internal static class EntryRow
{
    public const string Columns =
        "sequence, epoch, origin, kind, occurred_at, occurred_offset, recorded_at, elapsed, door, correlation, body, unjournalled, hash";

    public const int HashColumn = 12;

    private const int Sequence = 0;
    private const int Epoch = 1;
    private const int Origin = 2;
    public const int KindColumn = Kind;

    public const int BodyColumn = Body;

    private const int Kind = 3;
    private const int OccurredAt = 4;
    private const int OccurredOffset = 5;
    private const int RecordedAt = 6;
    private const int Elapsed = 7;
    private const int Door = 8;
    private const int Correlation = 9;
    private const int Body = 10;
    private const int Unjournalled = 11;

    /// <summary>Hashes and binds one new row.</summary>
    public static void Bind(
        Statement insert, CanonicalRow canonical, JournalPosition position, JournalEntry entry, long recordedAt, Span<byte> hash)
    {
        canonical.Begin(hash);
        Number(insert, canonical, Sequence, position.Sequence);
        Number(insert, canonical, Epoch, position.Epoch);
        Number(insert, canonical, Origin, (int)entry.Origin);
        Text(insert, canonical, Kind, entry.Kind);
        Number(insert, canonical, OccurredAt, Timestamps.ToTicks(entry.OccurredAt));
        Number(insert, canonical, OccurredOffset, Timestamps.OffsetMinutes(entry.OccurredAt));
        Number(insert, canonical, RecordedAt, recordedAt);
        Number(insert, canonical, Elapsed, entry.Elapsed.Ticks);
        Text(insert, canonical, Door, entry.Door);
        Text(insert, canonical, Correlation, entry.Correlation);
        Text(insert, canonical, Body, entry.Body);
        Number(insert, canonical, Unjournalled, entry.Unjournalled ? 1 : 0);
        canonical.Hash(hash);
        insert.Bind(HashColumn + 1, hash);
    }

    public static StoredEntry Read(Statement row) => new(
        new JournalPosition((int)row.Long(Epoch), row.Long(Sequence)),
        new JournalEntry(
            (EntryOrigin)row.Long(Origin),
            row.Text(Kind),
            Timestamps.FromTicks(row.Long(OccurredAt), row.Long(OccurredOffset)),
            TimeSpan.FromTicks(row.Long(Elapsed)),
            row.TextOrNull(Door),
            row.TextOrNull(Correlation),
            row.Text(Body),
            row.Long(Unjournalled) != 0),
        Timestamps.FromTicks(row.Long(RecordedAt)),
        row.Bytes(HashColumn).ToArray());

    /// <summary>Hashes a row as it stands in the file, without making objects of it.</summary>
    public static void Hash(Statement row, CanonicalRow canonical, ReadOnlySpan<byte> previousHash, Span<byte> hash)
    {
        canonical.Begin(previousHash);
        for (var column = 0; column < HashColumn; column++)
        {
            if (row.IsInteger(column))
            {
                canonical.Add(row.Long(column));
            }
            else if (row.IsNull(column))
            {
                canonical.AddMissing();
            }
            else
            {
                canonical.Add(row.Bytes(column));
            }
        }

        canonical.Hash(hash);
    }

    private static void Number(Statement insert, CanonicalRow canonical, int column, long value)
    {
        insert.Bind(column + 1, value);
        canonical.Add(value);
    }

    private static void Text(Statement insert, CanonicalRow canonical, int column, string? value)
    {
        insert.Bind(column + 1, value);
        canonical.Add(value);
    }
}
