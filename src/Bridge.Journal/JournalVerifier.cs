using System.Diagnostics;
using Bridge.Journal.Chain;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal;

/// <summary>
/// Computes the whole chain again and names the first bad row. Works beside the running service and on copies. Who can write the file can also
/// compute a whole new tail: only an expected head that was kept elsewhere shows that, and a cut-off tail.
/// </summary>
public static class JournalVerifier
{
    /// <param name="expected">A head that is known from elsewhere; the chain must contain it.</param>
    public static JournalVerified Verify(string path, JournalHead? expected, CancellationToken cancellation)
    {
        switch (ReadOnlyJournal.Open(path))
        {
            case StorageResult<SqliteConnection>.Failed failed:
                return new JournalVerified.Unreadable(failed.Failure, failed.Reason);
            case StorageResult<SqliteConnection>.Done done:
                using (done.Value)
                {
                    return Verify(path, done.Value, expected, cancellation);
                }

            default:
                throw new UnreachableException();
        }
    }

    private static JournalVerified Verify(string path, SqliteConnection connection, JournalHead? expected, CancellationToken cancellation)
    {
        try
        {
            // One read transaction: the start and the rows must be of the same moment, or a retention run in between would look like damage.
            connection.Execute("BEGIN");
            var identity = JournalIdentity.Read(connection);
            return new ChainWalk(identity, ChainHead.Start(connection), expected).Run(connection, cancellation);
        }
        catch (SqliteException exception)
        {
            return new JournalVerified.Unreadable(exception.Kind(), exception.Reason(path));
        }
    }
}
