using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Chain;

/// <summary>
/// The entry that chains a snapshot: SHA-256 of the state's bytes, written in the snapshot's own commit and under its sequence. Who replaces the state
/// in the file has to rewrite the chain as well.
/// </summary>
internal static class SnapshotMark
{
    public const string Kind = "StateSnapshot";

    public static string Body(ReadOnlySpan<byte> state) => $$"""{"sha256":"{{Convert.ToHexStringLower(SHA256.HashData(state))}}"}""";

    /// <param name="now">What an entry gets that has none before it.</param>
    public static JournalEntry Entry(SqliteConnection connection, string state, DateTimeOffset now)
    {
        // The time line goes on from the last entry: the snapshot is of the moment after it.
        using var last = new Statement(connection, "SELECT occurred_at, occurred_offset, elapsed FROM entry ORDER BY sequence DESC LIMIT 1");
        var (at, elapsed) = last.Step() ? (Timestamps.FromTicks(last.Long(0), last.Long(1)), TimeSpan.FromTicks(last.Long(2))) : (now, TimeSpan.Zero);
        return new JournalEntry(EntryOrigin.Event, Kind, at, elapsed, null, null, Body(Encoding.UTF8.GetBytes(state)), Unjournalled: false);
    }

    /// <returns>The first snapshot that is not what its entry says, or null.</returns>
    public static JournalVerified.Broken? FirstBroken(SqliteConnection connection)
    {
        using var rows = new Statement(
            connection, "SELECT s.sequence, s.state, e.kind, e.body FROM snapshot s LEFT JOIN entry e USING (sequence) ORDER BY s.sequence");
        while (rows.Step())
        {
            var body = Body(rows.Bytes(1));
            if (!Matches(rows.TextOrNull(2), rows.TextOrNull(3), body))
            {
                var found = rows.IsNull(2) ? "no entry" : string.Create(CultureInfo.InvariantCulture, $"{rows.Text(2)} {rows.Text(3)}");
                return new JournalVerified.Broken(rows.Long(0), ChainFault.Snapshot, $"{Kind} {body}", found);
            }
        }

        return null;
    }

    public static bool Matches(string? kind, string? entryBody, string body) => kind == Kind && entryBody == body;
}
