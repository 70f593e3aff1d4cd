using Microsoft.Data.Sqlite;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>
/// The journal as any database tool sees it: read with SQL of our own, beside the running product or after its death, and never written.
/// </summary>
/// <param name="Rows">Each entry by its id.</param>
/// <param name="Reads">The card and PIN reads in it: access point, and the device's number of the read.</param>
/// <param name="Cards">The same reads by whose they are: access point, and the id of the credential; where nobody's, not there.</param>
/// <param name="Waiting">Messages that the broker has not acknowledged.</param>
internal sealed record JournalRows(
    IReadOnlyDictionary<(int Epoch, long Sequence), JournalRow> Rows,
    IReadOnlySet<(string AccessPoint, long Number)> Reads,
    IReadOnlySet<(string AccessPoint, string Credential)> Cards,
    long Waiting)
{
    private const string Presented =
        "SELECT json_extract(body, '$.AccessPoint'), json_extract(body, '$.Read.Number'), json_extract(body, '$.Read.Matches[0].Credential') "
        + "FROM entry WHERE kind = 'CredentialPresented'";

    public static JournalRows Read(string path)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        // One transaction, so that the answers are of one instant.
        using var transaction = connection.BeginTransaction(deferred: true);
        var rows = new Dictionary<(int, long), JournalRow>();
        ForEach(connection, "SELECT epoch, sequence, origin = 2 AND kind NOT IN ('StateSnapshot', 'JournalPruned'), kind, hex(hash) FROM entry ORDER BY sequence",
            row => rows.Add((row.GetInt32(0), row.GetInt64(1)), new JournalRow(row.GetBoolean(2), row.GetString(3), row.GetString(4))));
        var reads = new HashSet<(string, long)>();
        var cards = new HashSet<(string, string)>();
        ForEach(connection, Presented, row =>
        {
            reads.Add((row.GetString(0), row.GetInt64(1)));
            if (!row.IsDBNull(2))
            {
                cards.Add((row.GetString(0), row.GetString(2)));
            }
        });
        long waiting = 0;
        ForEach(connection, "SELECT count(*) FROM outbox", row => waiting = row.GetInt64(0));
        return new JournalRows(rows, reads, cards, waiting);
    }

    private static void ForEach(SqliteConnection connection, string sql, Action<SqliteDataReader> take)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            take(reader);
        }
    }
}
