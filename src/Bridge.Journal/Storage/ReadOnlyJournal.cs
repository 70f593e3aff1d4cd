using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Storage;

/// <summary>Opens a journal for tools that only look; needs no lease.</summary>
internal static class ReadOnlyJournal
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    public static StorageResult<SqliteConnection> Open(string path) => FileInspector.Inspect(path, Migrations.Journal, Wait) switch
    {
        FileState.Present present when present.Version == Migrations.Journal.Version =>
            Attempt.At(path, () => SqliteFile.OpenForReading(path, Wait)),
        FileState.Present present => Refused(StorageFailure.Other, $"{path} has version {Text(present.Version)}: start the service once to bring it up to date"),
        FileState.TooNew tooNew => Refused(StorageFailure.Other, $"{path} has version {Text(tooNew.Version)}, written by a newer program"),
        FileState.Unusable unusable => Refused(unusable.Failure, unusable.Reason),
        _ => Refused(StorageFailure.InputOutput, $"there is no journal at {path}"),
    };

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);

    private static StorageResult<SqliteConnection>.Failed Refused(StorageFailure failure, string reason) => new(failure, reason);
}
