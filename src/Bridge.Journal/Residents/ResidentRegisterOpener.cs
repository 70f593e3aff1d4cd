using Bridge.Journal.Register;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Residents;

/// <summary>Opens the register's file, which the credential register makes and brings up to date, and the key of its reasons.</summary>
internal static class ResidentRegisterOpener
{
    public static ResidentRegisterOpened Open(ResidentRegisterOptions options, TimeProvider time)
    {
        // Whose file it is, its version and its pepper are the credential register's business.
        switch (CredentialRegister.Open(options.Register))
        {
            case RegisterOpened.TooNew tooNew:
                return new ResidentRegisterOpened.TooNew(tooNew.FileVersion, tooNew.KnownVersion);
            case RegisterOpened.Unusable unusable:
                return new ResidentRegisterOpened.Unusable(unusable.Failure, unusable.Reason);
            case RegisterOpened.Open opened:
                opened.Register.Dispose();
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        try
        {
            return Connect(options, time);
        }
        catch (SqliteException exception)
        {
            return new ResidentRegisterOpened.Unusable(exception.Kind(), exception.Reason(options.Register.Path));
        }
    }

    private static ResidentRegisterOpened Connect(ResidentRegisterOptions options, TimeProvider time)
    {
        var connection = SqliteFile.OpenForWriting(options.Register.Path, options.Register.LockWait, "FULL", eraseDeleted: true);
        ResidentRegister? register = null;
        try
        {
            var key = PepperFile.Read(options.ReasonKeyPath);
            if (key is PepperOpened.Missing && connection.Scalar("SELECT count(*) FROM reason") == 0)
            {
                key = PepperFile.Create(options.ReasonKeyPath);
            }

            if (key is not PepperOpened.Ready ready)
            {
                return new ResidentRegisterOpened.Unusable(
                    StorageFailure.Other,
                    key is PepperOpened.Refused refused ? refused.Reason : $"{options.ReasonKeyPath} is missing; without it no reason in {options.Register.Path} can be read");
            }

            // Before the load: what changes in between is loaded once more.
            var seen = RegisterOpener.DataVersion(connection);
            register = new ResidentRegister(options, connection, ready.Pepper, time, ResidentIndex.Load(connection), seen);
            return new ResidentRegisterOpened.Open(register);
        }
        finally
        {
            if (register is null)
            {
                connection.Dispose();
            }
        }
    }
}
