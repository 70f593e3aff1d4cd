using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bridge.Journal.Storage;

/// <summary>Opens SQLite files the way this product needs them: unpooled, so that closing closes, and with every setting explicit.</summary>
internal static class SqliteFile
{
    public static SqliteConnection OpenForReading(string path, TimeSpan wait)
    {
        var connection = Open(path, SqliteOpenMode.ReadOnly);
        return Prepared(connection, wait, "PRAGMA query_only = ON");
    }

    /// <summary>Reading takes back the transaction in which the last writer died. Nothing else is written.</summary>
    public static SqliteConnection OpenToRollBack(string path, TimeSpan wait)
    {
        var connection = Open(path, SqliteOpenMode.ReadWrite);
        return Prepared(connection, wait, "PRAGMA query_only = ON");
    }

    /// <param name="synchronous">FULL: a commit has been synced when it returns. NORMAL: the last commits may be lost in a power cut.</param>
    public static SqliteConnection OpenForWriting(string path, TimeSpan wait, string synchronous, bool eraseDeleted)
    {
        var connection = Open(path, SqliteOpenMode.ReadWrite);
        return Prepared(
            connection,
            wait,
            $"PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA secure_delete = {(eraseDeleted ? "ON" : "OFF")}; "
            + "PRAGMA wal_autocheckpoint = 1000; PRAGMA journal_size_limit = 67108864");
    }

    /// <summary>For a file that nobody else knows yet. No WAL: the one file must be whole when it gets its name.</summary>
    public static SqliteConnection Create(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        return Prepared(connection, TimeSpan.Zero, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA encoding = 'UTF-8'");
    }

    public static void Execute(this SqliteConnection connection, string sql)
    {
        var handle = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(handle, sql), handle);
    }

    public static long Scalar(this SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.Step() ? statement.Long(0) : 0;
    }

    /// <summary>Carries everything from the log into the file, syncs that and empties the log.</summary>
    /// <returns>False: somebody still reads an older state.</returns>
    public static bool EmptyLog(this SqliteConnection connection)
    {
        using var checkpoint = new Statement(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        return checkpoint.Step() && checkpoint.Long(0) == 0;
    }

    public static void InTransaction(this SqliteConnection connection, Action work)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            work();
            connection.Execute("COMMIT");
        }
        catch (SqliteException)
        {
            connection.RollBackIfOpen();
            throw;
        }
    }

    public static long LastInsertedRow(this SqliteConnection connection) => raw.sqlite3_last_insert_rowid(connection.Handle);

    public static int ChangedRows(this SqliteConnection connection) => raw.sqlite3_changes(connection.Handle);

    public static void RollBackIfOpen(this SqliteConnection connection)
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            connection.Execute("ROLLBACK");
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 1,
        }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection Prepared(SqliteConnection connection, TimeSpan wait, string settings)
    {
        try
        {
            connection.Execute(
                $"PRAGMA busy_timeout = {(int)wait.TotalMilliseconds}; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; "
                + $"PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; {settings}");
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }
}
