using Microsoft.Data.Sqlite;

namespace Bridge.Simulation.Running;

/// <summary>A journal that cannot be written: somebody else holds its write lock for as long as this lives.</summary>
internal sealed class BlockedDisk : IDisposable
{
    private readonly SqliteConnection other;

    private BlockedDisk(SqliteConnection other) => this.other = other;

    public static BlockedDisk At(string journal)
    {
        var other = new SqliteConnection($"Data Source={journal};Pooling=False");
        other.Open();
        using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return new BlockedDisk(other);
    }

    public void Dispose() => other.Dispose();
}
