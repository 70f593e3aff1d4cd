using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Records;

/// <summary>Opens or creates the file of keys; nothing is changed before it is known to be ours.</summary>
internal static class PersonVaultOpener
{
    public static PersonVaultOpened Open(PersonVaultOptions options, TimeProvider time)
    {
        try
        {
            return FileInspector.Inspect(options.Keys, Migrations.Keys, options.LockWait) switch
            {
                FileState.TooNew tooNew => new PersonVaultOpened.TooNew(tooNew.Version, Migrations.Keys.Version),
                FileState.Unusable unusable => new PersonVaultOpened.Unusable(unusable.Failure, unusable.Reason),
                FileState.Present => Connect(options, time),
                _ => Create(options, time),
            };
        }
        catch (SqliteException exception)
        {
            return new PersonVaultOpened.Unusable(exception.Kind(), exception.Reason(options.Keys));
        }
        catch (IOException exception)
        {
            return new PersonVaultOpened.Unusable(StorageFailure.InputOutput, exception.Message);
        }
        catch (UnauthorizedAccessException exception)
        {
            return new PersonVaultOpened.Unusable(StorageFailure.InputOutput, exception.Message);
        }
    }

    private static PersonVaultOpened Create(PersonVaultOptions options, TimeProvider time)
    {
        using var lease = Lease.Take(options.Keys);
        if (lease is null || File.Exists(options.Keys))
        {
            return new PersonVaultOpened.Unusable(StorageFailure.Locked, $"another process is creating {options.Keys}");
        }

        FileCreator.Create(options.Keys, Migrations.Keys, Migrations.Keys.Version, file =>
        {
            using var insert = new Statement(file, "INSERT INTO vault (only, site) VALUES (1, ?)");
            insert.Bind(1, options.Site).Run();
        });
        return Connect(options, time);
    }

    private static PersonVaultOpened Connect(PersonVaultOptions options, TimeProvider time)
    {
        if (OwnerFile.Problem(options.Keys) is { } open)
        {
            return new PersonVaultOpened.Unusable(StorageFailure.Other, open);
        }

        var connection = SqliteFile.OpenForWriting(options.Keys, options.LockWait, options.Synchronous, eraseDeleted: true);
        PersonVault? vault = null;
        try
        {
            if (connection.Scalar("PRAGMA user_version") < Migrations.Keys.Version)
            {
                Migrations.Keys.Apply(connection, Migrations.Keys.Version, initialise: null);
            }

            if (Refusal(options, connection) is { } reason)
            {
                return new PersonVaultOpened.Unusable(StorageFailure.Other, reason);
            }

            vault = new PersonVault(options, time, new PersonKeys(connection));
            return new PersonVaultOpened.Open(vault);
        }
        finally
        {
            if (vault is null)
            {
                connection.Dispose();
            }
        }
    }

    private static string? Refusal(PersonVaultOptions options, SqliteConnection connection)
    {
        using var row = new Statement(connection, "SELECT site FROM vault");
        return row.Step() && row.Text(0) == options.Site ? null : $"{options.Keys} does not hold the keys of site '{options.Site}'";
    }
}
