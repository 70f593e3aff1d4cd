using Bridge.Journal.Chain;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Storage;

/// <summary>Lease, look, create or migrate, connect: in that order, and nothing is changed before it is known to be ours.</summary>
internal static class JournalOpener
{
    public static JournalOpened Open(JournalOptions options, TimeProvider time)
    {
        Lease? lease = null;
        var kept = false;
        try
        {
            lease = Lease.Take(options.Path);
            if (lease is null)
            {
                return new JournalOpened.InUse($"another process holds {options.Path}.lock");
            }

            var opened = WithLease(options, time, lease);
            kept = opened is JournalOpened.Open;
            return opened;
        }
        catch (SqliteException exception)
        {
            return new JournalOpened.Unusable(exception.Kind(), exception.Reason(options.Path));
        }
        catch (IOException exception)
        {
            return new JournalOpened.Unusable(StorageFailure.InputOutput, exception.Message);
        }
        catch (UnauthorizedAccessException exception)
        {
            return new JournalOpened.Unusable(StorageFailure.InputOutput, exception.Message);
        }
        finally
        {
            if (!kept)
            {
                lease?.Dispose();
            }
        }
    }

    public static JournalConnection Connect(JournalOptions options)
    {
        var synchronous = options.Durability switch
        {
            JournalDurability.Full => "FULL",
            JournalDurability.Off => "OFF",
        };
        var connection = SqliteFile.OpenForWriting(options.Path, options.LockWait, synchronous, eraseDeleted: false);
        try
        {
            connection.Execute(options.Settings);
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }

        return JournalConnection.Over(connection);
    }

    private static JournalOpened WithLease(JournalOptions options, TimeProvider time, Lease lease)
    {
        var state = FileInspector.Inspect(options.Path, Migrations.Journal, options.LockWait);
        switch (state)
        {
            case FileState.TooNew tooNew:
                return new JournalOpened.TooNew(tooNew.Version, Migrations.Journal.Version);
            case FileState.Unusable unusable:
                return new JournalOpened.Unusable(unusable.Failure, unusable.Reason);
            case FileState.Missing:
                Create(options, time, lease.HighestEpoch + 1);
                break;
            case FileState.Present present when present.Version < Migrations.Journal.Version:
                Migrate(options);
                break;
            default:
                break;
        }

        var connection = Connect(options);
        var kept = false;
        try
        {
            var opened = Started(options, time, lease, connection);
            kept = opened is JournalOpened.Open;
            return opened;
        }
        finally
        {
            if (!kept)
            {
                connection.Dispose();
            }
        }
    }

    private static void Create(JournalOptions options, TimeProvider time, int epoch)
    {
        var identity = new JournalIdentity(options.Site, epoch, epoch, Timestamps.ToTicks(time.GetUtcNow()));
        FileCreator.Create(options.Path, Migrations.Journal, Migrations.Journal.Version, identity.Insert);
    }

    private static void Migrate(JournalOptions options)
    {
        using var connection = SqliteFile.OpenForWriting(options.Path, options.LockWait, "FULL", eraseDeleted: false);
        Migrations.Journal.Apply(connection, Migrations.Journal.Version, initialise: null);
    }

    private static JournalOpened Started(JournalOptions options, TimeProvider time, Lease lease, JournalConnection connection)
    {
        var refused = Refusal(options, connection.Connection);
        if (refused is not null)
        {
            return refused;
        }

        var epoch = JournalIdentity.Read(connection.Connection).Epoch;
        var store = new JournalStore(options, time, lease, connection, epoch, CommittedTail.Read(connection.Connection));
        lease.RememberEpoch(store.Epoch);
        return new JournalOpened.Open(store);
    }

    private static JournalOpened.Unusable? Refusal(JournalOptions options, SqliteConnection connection)
    {
        var site = JournalIdentity.Read(connection).Site;
        if (site != options.Site)
        {
            return new JournalOpened.Unusable(StorageFailure.Other, $"{options.Path} is the journal of site '{site}', not of '{options.Site}'");
        }

        return ChainTail.Broken(connection) is { } sequence
            ? new JournalOpened.Unusable(StorageFailure.Corrupt, $"{options.Path}: entry {sequence} does not match its hash")
            : null;
    }
}
