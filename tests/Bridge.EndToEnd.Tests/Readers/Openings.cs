using System.Globalization;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Microsoft.Data.Sqlite;

namespace Bridge.EndToEnd.Tests.Readers;

/// <summary>
/// Whether any read has opened twice. Cards are shown once each, so a card with two grants is such a read; and every pulse that a lock was given, as the lock
/// counted them, must have a grant of its own just before it.
/// </summary>
/// <param name="Grants">Cards with a grant.</param>
/// <param name="Pulses">Commands that energised a lock.</param>
/// <param name="Again">Cards that came to the journal a second time: their readers were not told that the first time was enough.</param>
/// <param name="Stale">Reads that were recognised as having waited, and opened nothing.</param>
/// <param name="Twice">What opened twice, in words.</param>
internal sealed record Openings(int Grants, int Pulses, int Again, int Stale, IReadOnlyList<string> Twice)
{
    private const string Ignored = "SELECT count(*) FROM entry WHERE kind = 'StaleReadIgnored'";

    private const string Repeated =
        "SELECT count(*) FROM (SELECT 1 FROM entry WHERE kind = 'CredentialPresented' GROUP BY json_extract(body, '$.Read.Matches[0].Credential') HAVING count(*) > 1)";

    /// <summary>From the entry in the journal to the lock, with a slow disk between them.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(20);

    /// <summary>When the product has ended.</summary>
    public static Openings In(World world, string journal)
    {
        // Not read-only: who comes after the last program to have the journal open must make the files beside it anew.
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = journal, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        connection.Open();
        var grants = Grant(connection);
        var twice = grants.GroupBy(grant => grant.Credential).Where(card => card.Count() > 1)
            .Select(card => $"card {card.Key}: {string.Join(", ", card.Select(grant => $"{grant.Door} {grant.At:HH:mm:ss.fff}"))}").ToList();
        var pulses = 0;
        foreach (var door in world.Doors.Values)
        {
            var left = grants.Where(grant => grant.Door == door.Id).ToList();
            foreach (var activation in door.LockActivations)
            {
                pulses += activation.Commands;
                var own = left.FindAll(grant => grant.At <= activation.StartedAt + Tolerance && grant.At >= activation.StartedAt - Longest);
                own.ForEach(grant => left.Remove(grant));
                if (own.Count < activation.Commands)
                {
                    twice.Add($"{activation.Commands} pulses of {door.Id} at {activation.StartedAt:HH:mm:ss.fff} have {own.Count} grants");
                }
            }
        }

        return new Openings(grants.Count, pulses, Count(connection, Repeated), Count(connection, Ignored), twice);
    }

    private static List<(string Door, string Credential, DateTimeOffset At)> Grant(SqliteConnection connection)
    {
        var grants = new List<(string, string, DateTimeOffset)>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT door, json_extract(body, '$.Credential'), occurred_at FROM entry WHERE kind = 'AccessGranted' ORDER BY sequence";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            grants.Add((reader.GetString(0), reader.GetString(1), DateTimeOffset.UnixEpoch.AddTicks(reader.GetInt64(2))));
        }

        return grants;
    }

    private static int Count(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
