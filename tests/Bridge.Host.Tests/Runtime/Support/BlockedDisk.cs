using Microsoft.Data.Sqlite;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>While it lives, no other connection can write to the file.</summary>
internal sealed class BlockedDisk : IDisposable
{
    private readonly SqliteConnection connection;

    private BlockedDisk(SqliteConnection connection) => this.connection = connection;

    public static BlockedDisk Block(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return new BlockedDisk(connection);
    }

    // Closing rolls back.
    public void Dispose() => connection.Dispose();
}
