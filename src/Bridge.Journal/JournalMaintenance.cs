using Bridge.Journal.Chain;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal;

/// <summary>Backup: an operator's verb, not the running service's. What has to follow a restore: <see cref="JournalRestore"/>.</summary>
public static class JournalMaintenance
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Copies a journal while it is being written, through SQLite's backup interface, and verifies the copy (integrity and chain) before it gets its
    /// name. An existing target is never overwritten. (Copying the files by hand while the service runs is not a backup.)
    /// </summary>
    public static StorageResult<JournalHead> BackUp(string path, string target, CancellationToken cancellation)
    {
        if (File.Exists(target))
        {
            return new StorageResult<JournalHead>.Failed(StorageFailure.Other, $"{target} exists; it was not overwritten");
        }

        var draft = target + ".partial";
        try
        {
            File.Delete(draft);
            var copied = Copy(path, draft);
            var result = copied is StorageResult<bool>.Failed failed
                ? new StorageResult<JournalHead>.Failed(failed.Failure, failed.Reason)
                : WholeJournal.Check(draft, cancellation);
            if (result is StorageResult<JournalHead>.Done)
            {
                File.Move(draft, target);
                DirectorySync.Sync(target);
            }

            return result;
        }
        catch (IOException exception)
        {
            return new StorageResult<JournalHead>.Failed(StorageFailure.InputOutput, exception.Message);
        }
        catch (UnauthorizedAccessException exception)
        {
            return new StorageResult<JournalHead>.Failed(StorageFailure.InputOutput, exception.Message);
        }
    }

    private static StorageResult<bool> Copy(string path, string draft) => ReadOnlyJournal.Open(path) switch
    {
        StorageResult<SqliteConnection>.Failed failed => new StorageResult<bool>.Failed(failed.Failure, failed.Reason),
        StorageResult<SqliteConnection>.Done source => Copy(path, source.Value, draft),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static StorageResult<bool> Copy(string path, SqliteConnection opened, string draft) => Attempt.At(path, () =>
    {
        using var source = opened;
        FileCreator.CreateEmpty(draft);
        using var target = SqliteFile.Create(draft);
        source.BackupDatabase(target);
        // The copy says that it has a WAL; one file alone is easier to keep and to verify.
        target.Execute("PRAGMA journal_mode = DELETE");
        return true;
    });
}
