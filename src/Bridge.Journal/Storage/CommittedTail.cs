using Bridge.Journal.Chain;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Storage;

/// <summary>Where the last successful commit left the journal.</summary>
/// <param name="LastMessage">The highest outbox id ever given.</param>
internal sealed record CommittedTail(ChainHead Head, long LastMessage)
{
    public static CommittedTail Read(SqliteConnection connection) =>
        new(ChainHead.Read(connection), connection.Scalar("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'"));
}
