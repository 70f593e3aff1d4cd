using Microsoft.Data.Sqlite;

namespace Bridge.Invariants;

/// <summary>
/// What must hold in every journal, whoever wrote it and however it ended: questions in SQL, each of which gives no row. They know the file's schema and the
/// written procedure, and nothing of the product's code.
/// </summary>
public static class JournalInvariants
{
    /// <summary>Days that a sealed person row of each class may be kept, where the site says nothing else.</summary>
    private const string UsualLimits = """{ "1": 90, "2": 1, "3": 180, "4": 1095, "5": 400 }""";

    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(JournalInvariants).Assembly.GetManifestResourceNames().Where(name => name != "Tables").Order(StringComparer.Ordinal)];

    /// <param name="now">By which old rows are judged.</param>
    public static InvariantReport Check(string path, DateTimeOffset now)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        ChainFunctions.AddTo(connection);

        // One transaction, so that all answers are of one instant of a journal that is being written.
        using var transaction = connection.BeginTransaction(deferred: true);
        Run(connection, Text("Tables"), now, _ => { });
        var violations = new List<Violation>();
        foreach (var name in Names)
        {
            Run(connection, Text(name), now, row => violations.Add(new Violation(name, row.GetInt64(0), row.GetString(1))));
        }

        var report = InvariantReport.None;
        Run(connection, "SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM granted), (SELECT count(case_id) FROM granted)", now,
            row => report = new InvariantReport(Names.Count, row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), violations));
        return report;
    }

    private static void Run(SqliteConnection connection, string sql, DateTimeOffset now, Action<SqliteDataReader> take)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$limits", UsualLimits);
        command.Parameters.AddWithValue("$now", now.UtcTicks - DateTimeOffset.UnixEpoch.Ticks);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            take(reader);
        }
    }

    private static string Text(string name)
    {
        using var stream = typeof(JournalInvariants).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
