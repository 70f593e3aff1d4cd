using System.Text;
using Bridge.Journal.Records;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Residents;

/// <summary>The sealed reasons: their key is not in the register's file.</summary>
internal sealed class ReasonBook(SqliteConnection connection, byte[] key)
{
    public string? Read(ResidentList list, string subject)
    {
        using var row = new Statement(connection, "SELECT sealed FROM reason WHERE list = ? AND subject = ?");
        return row.Bind(1, list.ToString()).Bind(2, subject).Step() && PersonSeal.Open(Name(list, subject), row.Bytes(0), key) is { } text
            ? Encoding.UTF8.GetString(text)
            : null;
    }

    /// <returns>Whether it is different now.</returns>
    public bool Write(ResidentList list, string subject, string? reason)
    {
        if (Read(list, subject) == reason)
        {
            return false;
        }

        using var write = new Statement(
            connection,
            reason is null ? "DELETE FROM reason WHERE list = ? AND subject = ?" : "INSERT OR REPLACE INTO reason (list, subject, sealed) VALUES (?, ?, ?)");
        write.Bind(1, list.ToString()).Bind(2, subject);
        if (reason is not null)
        {
            write.Bind(3, PersonSeal.Seal(Name(list, subject), Encoding.UTF8.GetBytes(reason), key));
        }

        write.Run();
        return true;
    }

    private static string Name(ResidentList list, string subject) => $"{list}/{subject}";
}
