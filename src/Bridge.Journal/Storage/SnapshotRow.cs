using System.Text;
using Bridge.Journal.Chain;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Storage;

internal static class SnapshotRow
{
    public static JournalSnapshot? Latest(SqliteConnection connection)
    {
        using var rows = new Statement(
            connection,
            "SELECT s.epoch, s.sequence, s.state, e.kind, e.body FROM snapshot s JOIN entry e USING (sequence) ORDER BY s.sequence DESC");
        while (rows.Step())
        {
            var state = rows.Bytes(2);
            if (SnapshotMark.Matches(rows.Text(3), rows.Text(4), SnapshotMark.Body(state)))
            {
                return new JournalSnapshot(new JournalPosition((int)rows.Long(0), rows.Long(1)), Encoding.UTF8.GetString(state));
            }
        }

        return null;
    }
}
