using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bridge.Journal.Storage;

/// <summary>
/// Looks before anybody writes. Only ever through SQLite: opening and closing the file in any other way would drop the POSIX locks that this
/// process's own connections hold on it.
/// </summary>
internal static class FileInspector
{
    public static FileState Inspect(string path, Migrations migrations, TimeSpan wait)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return File.Exists(path + "-wal")
                ? new FileState.Unusable(StorageFailure.Corrupt, $"{path} is missing but {path}-wal is there; nothing was created")
                : new FileState.Missing();
        }

        // Files get their name only when they are whole, so an empty one is damage and not a first start.
        if (file.Length == 0)
        {
            return new FileState.Unusable(StorageFailure.Corrupt, $"{path} is empty; nothing was written to it");
        }

        try
        {
            return Look(path, migrations, wait);
        }
        catch (SqliteException exception)
        {
            return new FileState.Unusable(exception.Kind(), exception.Reason(path));
        }
    }

    private static FileState Look(string path, Migrations migrations, TimeSpan wait)
    {
        try
        {
            using var connection = SqliteFile.OpenForReading(path, wait);
            return Judge(path, migrations, connection);
        }
        catch (SqliteException exception) when (exception.SqliteExtendedErrorCode == raw.SQLITE_READONLY_ROLLBACK)
        {
            // Somebody died in the middle of a transaction outside the WAL: at the very first start the file has just got its name and changes over to
            // the WAL, and a restored backup does the same. SQLite takes the half transaction back as soon as it may write; to look first is not possible.
            using var connection = SqliteFile.OpenToRollBack(path, wait);
            return Judge(path, migrations, connection);
        }
    }

    private static FileState Judge(string path, Migrations migrations, SqliteConnection connection)
    {
        var application = connection.Scalar("PRAGMA application_id");
        var version = (int)connection.Scalar("PRAGMA user_version");
        if (application != migrations.ApplicationId)
        {
            return new FileState.Unusable(StorageFailure.Corrupt, $"{path} is another program's database (application id 0x{application:x8})");
        }

        return version > migrations.Version ? new FileState.TooNew(version) : new FileState.Present(version);
    }
}
