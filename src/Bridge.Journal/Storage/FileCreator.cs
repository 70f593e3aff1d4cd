using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Storage;

/// <summary>Makes a database under another name and moves it into place when it is whole: there is never half a file under the real name.</summary>
internal static class FileCreator
{
    public static void Create(string path, Migrations migrations, int version, Action<SqliteConnection> initialise)
    {
        var draft = path + ".new";
        foreach (var leftover in new[] { draft, draft + "-journal", draft + "-wal", draft + "-shm" })
        {
            File.Delete(leftover);
        }

        CreateEmpty(draft);
        using (var connection = SqliteFile.Create(draft))
        {
            migrations.Apply(connection, version, initialise);
        }

        // The rename becomes durable with the directory sync that SQLite does when it creates the WAL beside it.
        File.Move(draft, path);
    }

    /// <summary>An empty file that only its owner can read; SQLite fills it.</summary>
    public static void CreateEmpty(string draft)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            // WAL and shared memory take over the main file's mode.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(draft, options);
    }
}
