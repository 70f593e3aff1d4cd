using Bridge.Journal.Chain;
using Bridge.Journal.Storage;

namespace Bridge.Journal;

/// <summary>
/// What has to be done once after an older journal was put in place and before the service starts: what comes now gets a new epoch, because the
/// sequences after the backup have been given before. An operator's verb; needs the writer's lease.
/// </summary>
public static class JournalRestore
{
    private const int WriteVersionByte = 18;
    private const int WriteAheadLog = 2;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    /// <summary>Checks the file as a whole and gives it its new epoch. A file that is not whole, or has another file's log beside it, is left as it is.</summary>
    /// <returns>The new epoch.</returns>
    public static StorageResult<int> Mark(string path, CancellationToken cancellation)
    {
        try
        {
            using var lease = Lease.Take(path);
            return lease is null
                ? new StorageResult<int>.Failed(StorageFailure.Locked, $"another process holds {path}.lock: stop the service first")
                : Mark(path, lease, cancellation);
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

    private static StorageResult<int> Mark(string path, Lease lease, CancellationToken cancellation)
    {
        // Before SQLite looks at the file: it would take the log for this file's own.
        if (File.Exists(path) && HasForeignLog(path))
        {
            return new StorageResult<int>.Failed(
                StorageFailure.Corrupt, $"{path}-wal belongs to the journal that was here before; move it and {path}-shm away and try again");
        }

        if (FileInspector.Inspect(path, Migrations.Journal, Wait) is not FileState.Present present)
        {
            return new StorageResult<int>.Failed(StorageFailure.Other, $"{path} is not a journal of a known version");
        }

        // An older version's file cannot be verified before it is brought up to date; the service does both at its start.
        return present.Version == Migrations.Journal.Version && WholeJournal.Check(path, cancellation) is StorageResult<JournalHead>.Failed failed
            ? new StorageResult<int>.Failed(failed.Failure, failed.Reason)
            : Attempt.At(path, () => NextEpoch(path, lease));
    }

    private static int NextEpoch(string path, Lease lease)
    {
        using var connection = SqliteFile.OpenForWriting(path, Wait, "FULL", eraseDeleted: false);
        // The lease file remembers epochs that the backup does not know of, such as those after an earlier restore of the same backup.
        var epoch = Math.Max(JournalIdentity.Read(connection).Epoch, lease.HighestEpoch) + 1;
        using var update = new Statement(connection, "UPDATE journal SET epoch = ?");
        update.Bind(1, epoch).Run();
        lease.RememberEpoch(epoch);
        return epoch;
    }

    /// <summary>
    /// A backup is one file that says of itself that it has no log. One that says it has may come with its own, from a service that was killed: then
    /// the pages and the chain tell whether the two belong together.
    /// </summary>
    private static bool HasForeignLog(string path)
    {
        var log = new FileInfo(path + "-wal");
        if (!log.Exists || log.Length == 0)
        {
            return false;
        }

        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> version = stackalloc byte[1];
        return RandomAccess.Read(file, version, WriteVersionByte) == 1 && version[0] != WriteAheadLog;
    }
}
