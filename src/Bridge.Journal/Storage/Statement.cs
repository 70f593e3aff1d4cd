using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bridge.Journal.Storage;

/// <summary>
/// One prepared statement, kept. Thin over the native interface, so that rows are bound and read as bytes without boxing or parameter names, and
/// so that waiting for a lock is SQLite's own short back-off and not the client library's sleeping loop. Throws <see cref="SqliteException"/>.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const uint Persistent = 1;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(database, sql, Persistent, out statement), database);
    }

    public Statement Bind(int index, long value) => Checked(raw.sqlite3_bind_int64(statement, index, value));

    public Statement Bind(int index, string? value) =>
        Checked(value is null ? raw.sqlite3_bind_null(statement, index) : raw.sqlite3_bind_text(statement, index, value));

    public Statement Bind(int index, long? value) =>
        Checked(value is null ? raw.sqlite3_bind_null(statement, index) : raw.sqlite3_bind_int64(statement, index, value.Value));

    public Statement Bind(int index, ReadOnlySpan<byte> value) =>
        // An empty span has no address, which SQLite takes for NULL.
        Checked(value.IsEmpty ? raw.sqlite3_bind_zeroblob(statement, index, 0) : raw.sqlite3_bind_blob(statement, index, value));

    /// <returns>True when there is a row.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            // Thrown before the reset, which would lose the message.
            try
            {
                SqliteException.ThrowExceptionForRC(result, database);
            }
            finally
            {
                Reset();
            }
        }

        return result == raw.SQLITE_ROW;
    }

    /// <summary>Runs to the end and is ready for the next use.</summary>
    public void Run()
    {
        while (Step())
        {
        }

        Reset();
    }

    /// <summary>Ends the statement's read transaction. The result repeats the last step's, which has been told already.</summary>
    public void Reset() => _ = raw.sqlite3_reset(statement);

    public long Long(int column) => raw.sqlite3_column_int64(statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public bool IsInteger(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_INTEGER;

    /// <summary>The column's bytes (UTF-8 for text); valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public void Dispose() => statement.Dispose();

    private Statement Checked(int result)
    {
        SqliteException.ThrowExceptionForRC(result, database);
        return this;
    }
}
