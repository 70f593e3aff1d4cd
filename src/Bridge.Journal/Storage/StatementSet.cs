using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Storage;

/// <summary>Statements that live and end together. SQLite keeps the file open until the last one of a connection is gone.</summary>
internal sealed class StatementSet(SqliteConnection connection) : IDisposable
{
    private readonly List<Statement> statements = [];

    public Statement Prepare(string sql)
    {
        var statement = new Statement(connection, sql);
        statements.Add(statement);
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in statements)
        {
            statement.Dispose();
        }
    }
}
