using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bridge.Journal.Storage;

/// <summary>SQLite's result codes in the journal's words.</summary>
internal static class Failures
{
    public static StorageFailure Kind(this SqliteException exception) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => StorageFailure.DiskFull,
        raw.SQLITE_READONLY => StorageFailure.ReadOnly,
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => StorageFailure.InputOutput,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StorageFailure.Locked,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StorageFailure.Corrupt,
        _ => StorageFailure.Other,
    };

    public static string Reason(this SqliteException exception, string path) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{path}: {exception.Message} (extended code {exception.SqliteExtendedErrorCode})");
}
