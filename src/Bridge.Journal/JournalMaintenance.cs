using Bridge.Journal.Chain;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal;

/// <summary>Backup and what has to follow a restore. An operator's verbs, not the running service's.</summary>
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
                : Checked(draft, cancellation);
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

    /// <summary>
    /// To be called once after a backup was put in place and before the service starts: what comes now gets a new epoch, because the sequences after
    /// the backup have been given before. Needs the writer's lease.
    /// </summary>
    /// <returns>The new epoch.</returns>
    public static StorageResult<int> MarkRestored(string path)
    {
        try
        {
            using var lease = Lease.Take(path);
            return lease is null
                ? new StorageResult<int>.Failed(StorageFailure.Locked, $"another process holds {path}.lock: stop the service first")
                : MarkRestored(path, lease);
        }
        catch (IOException exception)
        {
            return new StorageResult<int>.Failed(StorageFailure.InputOutput, exception.Message);
        }
        catch (UnauthorizedAccessException exception)
        {
            return new StorageResult<int>.Failed(StorageFailure.InputOutput, exception.Message);
        }
    }

    private static StorageResult<int> MarkRestored(string path, Lease lease)
    {
        if (FileInspector.Inspect(path, Migrations.Journal, Wait) is not FileState.Present)
        {
            return new StorageResult<int>.Failed(StorageFailure.Other, $"{path} is not a journal of a known version");
        }

        return Attempt.At(path, () =>
        {
            using var connection = SqliteFile.OpenForWriting(path, Wait, "FULL", eraseDeleted: false);
            // The lease file remembers epochs that the backup does not know of, such as those after an earlier restore of the same backup.
            var epoch = Math.Max(JournalIdentity.Read(connection).Epoch, lease.HighestEpoch) + 1;
            using var update = new Statement(connection, "UPDATE journal SET epoch = ?");
            update.Bind(1, epoch).Run();
            lease.RememberEpoch(epoch);
            return epoch;
        });
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

    private static StorageResult<JournalHead> Checked(string draft, CancellationToken cancellation)
    {
        var integrity = Attempt.At(draft, () =>
        {
            using var copy = SqliteFile.OpenForReading(draft, Wait);
            using var check = new Statement(copy, "PRAGMA integrity_check(1)");
            return check.Step() ? check.Text(0) : "no answer";
        });
        if (integrity is not StorageResult<string>.Done { Value: "ok" })
        {
            return new StorageResult<JournalHead>.Failed(StorageFailure.Corrupt, $"{draft} failed its integrity check: {integrity}");
        }

        return JournalVerifier.Verify(draft, expected: null, cancellation) switch
        {
            JournalVerified.Intact intact => new StorageResult<JournalHead>.Done(intact.Head),
            var other => new StorageResult<JournalHead>.Failed(StorageFailure.Corrupt, $"{draft}: {other}"),
        };
    }
}
