using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Register;

/// <summary>Register and pepper belong together: a pepper is only ever made for a register that does not exist yet.</summary>
internal static class RegisterOpener
{
    public static RegisterOpened Open(RegisterOptions options)
    {
        try
        {
            return FileInspector.Inspect(options.Path, Migrations.Register, options.LockWait) switch
            {
                FileState.TooNew tooNew => new RegisterOpened.TooNew(tooNew.Version, Migrations.Register.Version),
                FileState.Unusable unusable => new RegisterOpened.Unusable(unusable.Failure, unusable.Reason),
                FileState.Present present => WithPepper(options, PepperFile.Read(options.PepperPath), present.Version),
                _ => Create(options),
            };
        }
        catch (SqliteException exception)
        {
            return new RegisterOpened.Unusable(exception.Kind(), exception.Reason(options.Path));
        }
        catch (IOException exception)
        {
            return new RegisterOpened.Unusable(StorageFailure.InputOutput, exception.Message);
        }
        catch (UnauthorizedAccessException exception)
        {
            return new RegisterOpened.Unusable(StorageFailure.InputOutput, exception.Message);
        }
    }

    /// <summary>Changes when another connection has committed.</summary>
    public static long DataVersion(SqliteConnection connection) => connection.Scalar("PRAGMA data_version");

    private static RegisterOpened Create(RegisterOptions options)
    {
        // Two first starts at once must not make two peppers.
        using var lease = Lease.Take(options.Path);
        if (lease is null || File.Exists(options.Path))
        {
            return new RegisterOpened.Unusable(StorageFailure.Locked, $"another process is creating {options.Path}");
        }

        var pepper = PepperFile.Read(options.PepperPath) is PepperOpened.Missing
            ? PepperFile.Create(options.PepperPath)
            : PepperFile.Read(options.PepperPath);
        if (pepper is PepperOpened.Ready ready)
        {
            var check = new CredentialHasher(ready.Pepper, options.Site).Check().ToBytes();
            FileCreator.Create(options.Path, Migrations.Register, Migrations.Register.Version, file => Insert(file, options.Site, check));
        }

        return WithPepper(options, pepper, Migrations.Register.Version);
    }

    private static RegisterOpened WithPepper(RegisterOptions options, PepperOpened pepper, int version) => pepper switch
    {
        PepperOpened.Ready ready => Connect(options, new CredentialHasher(ready.Pepper, options.Site), version),
        PepperOpened.Refused refused => new RegisterOpened.Unusable(StorageFailure.Other, refused.Reason),
        _ => new RegisterOpened.Unusable(
            StorageFailure.Other, $"{options.PepperPath} is missing; without it no credential in {options.Path} can be recognised"),
    };

    private static RegisterOpened Connect(RegisterOptions options, CredentialHasher hasher, int version)
    {
        var connection = SqliteFile.OpenForWriting(options.Path, options.LockWait, "FULL", eraseDeleted: true);
        CredentialRegister? register = null;
        try
        {
            if (version < Migrations.Register.Version)
            {
                Migrations.Register.Apply(connection, Migrations.Register.Version, initialise: null);
            }

            if (Refusal(options, connection, hasher) is { } reason)
            {
                return new RegisterOpened.Unusable(StorageFailure.Other, reason);
            }

            // The version first: a change between the two is loaded again, and not missed.
            var seen = DataVersion(connection);
            register = new CredentialRegister(options, connection, hasher, RegisterIndex.Load(connection), seen);
            return new RegisterOpened.Open(register);
        }
        finally
        {
            if (register is null)
            {
                connection.Dispose();
            }
        }
    }

    private static string? Refusal(RegisterOptions options, SqliteConnection connection, CredentialHasher hasher)
    {
        using var row = new Statement(connection, "SELECT site, pepper_check FROM register");
        if (!row.Step())
        {
            return $"{options.Path} does not say whose register it is";
        }

        if (row.Text(0) != options.Site)
        {
            return $"{options.Path} is the register of site '{row.Text(0)}', not of '{options.Site}'";
        }

        return row.Bytes(1).SequenceEqual(hasher.Check().ToBytes())
            ? null
            : $"{options.PepperPath} is not the pepper that {options.Path} was made with; no credential would be recognised";
    }

    private static void Insert(SqliteConnection connection, string site, byte[] check)
    {
        using var insert = new Statement(connection, "INSERT INTO register (only, site, pepper_check) VALUES (1, ?, ?)");
        insert.Bind(1, site).Bind(2, check).Run();
    }
}
