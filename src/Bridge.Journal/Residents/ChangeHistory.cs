using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Residents;

/// <summary>Reads who changed what.</summary>
internal static class ChangeHistory
{
    public static IReadOnlyList<RegisterChange> Read(SqliteConnection connection, RegisterChangeQuery query, int max)
    {
        using var rows = new Statement(
            connection,
            "SELECT id, at, actor, list, subject, act, fields FROM register_change WHERE id < ?1 AND (?2 IS NULL OR list = ?2) "
            + "AND (?3 IS NULL OR subject = ?3) AND (?4 IS NULL OR actor = ?4) ORDER BY id DESC LIMIT ?5");
        rows.Bind(1, query.Before ?? long.MaxValue).Bind(2, query.List?.ToString()).Bind(3, query.Subject).Bind(4, query.Actor).Bind(5, max);
        var changes = new List<RegisterChange>();
        while (rows.Step())
        {
            changes.Add(new RegisterChange(
                rows.Long(0), Timestamps.FromTicks(rows.Long(1)), rows.Text(2), Enum.Parse<RegisterList>(rows.Text(3)), rows.Text(4),
                (RegisterChangeAct)rows.Long(5), rows.Text(6).Split(',', StringSplitOptions.RemoveEmptyEntries)));
        }

        return changes;
    }
}
