using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Tests;

/// <summary>The file as somebody with a database tool reaches it.</summary>
internal static class RawFile
{
    public static void Execute(string path, string sql)
    {
        using var connection = Connect(path);
        connection.Execute(sql);
    }

    public static long Scalar(string path, string sql)
    {
        using var connection = Connect(path);
        return connection.Scalar(sql);
    }

    public static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        connection.Execute("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA busy_timeout = 2000");
        return connection;
    }
}
