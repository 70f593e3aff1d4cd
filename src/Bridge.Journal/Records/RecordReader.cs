using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Records;

/// <summary>Reads the kept records beside the journal's writer, page by page. Names are the vault's. Not thread-safe.</summary>
public sealed class RecordReader : IDisposable
{
    private const string Select =
        "SELECT id, form, month, running, sequence, lobby, case_id, shift, author, late, paper_sheet, retention, created_at, created_offset, "
        + RecordColumns.Shared + " FROM record r";

    private const int SharedInRecord = 14;
    private const int SharedInChange = 7;

    private readonly string path;
    private readonly SqliteConnection connection;

    private RecordReader(string path, SqliteConnection connection)
    {
        this.path = path;
        this.connection = connection;
    }

    /// <summary>One attempt to open the records of an existing journal of a version that this program knows.</summary>
    public static StorageResult<RecordReader> Open(string path) => ReadOnlyJournal.Open(path) switch
    {
        StorageResult<SqliteConnection>.Done done => new StorageResult<RecordReader>.Done(new RecordReader(path, done.Value)),
        StorageResult<SqliteConnection>.Failed failed => new StorageResult<RecordReader>.Failed(failed.Failure, failed.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Null when there is no such record.</summary>
    public StorageResult<StoredRecord?> Find(RecordNumber number) => Attempt.At(path, () =>
    {
        using var rows = new Statement(connection, Select + " WHERE form = ?1 AND month = ?2 AND running = ?3");
        rows.Bind(1, (int)number.Form).Bind(2, number.Month).Bind(3, number.Running);
        return Read(rows).FirstOrDefault();
    });

    /// <summary>At most <paramref name="max"/> records, in the order in which they were written, or the other way round.</summary>
    public StorageResult<IReadOnlyList<StoredRecord>> Page(RecordQuery query, int max) => Attempt.At<IReadOnlyList<StoredRecord>>(path, () =>
    {
        using var rows = new Statement(connection, Select
            + $" WHERE id {(query.NewestFirst ? '<' : '>')} ?1 AND (?2 IS NULL OR form = ?2) AND (?3 IS NULL OR created_at >= ?3) AND (?4 IS NULL OR created_at < ?4)"
            + $" AND (?5 IS NULL OR {Now("category")} = ?5) AND (?6 IS NULL OR lobby = ?6) AND (?7 IS NULL OR case_id = ?7)"
            + $" AND (?8 IS NULL OR {Now("household")} = ?8) ORDER BY id {(query.NewestFirst ? "DESC" : "ASC")} LIMIT ?9");
        rows.Bind(1, query.After ?? (query.NewestFirst ? long.MaxValue : 0)).Bind(2, (long?)query.Form).Bind(3, Ticks(query.From)).Bind(4, Ticks(query.Until))
            .Bind(5, query.Category).Bind(6, query.Lobby).Bind(7, query.Case).Bind(8, query.Household).Bind(9, max);
        return Read(rows);
    });

    public void Dispose() => connection.Dispose();

    private static string Now(string column) =>
        $"ifnull((SELECT c.{column} FROM record_change c WHERE c.form = r.form AND c.month = r.month AND c.running = r.running "
        + $"AND c.{column} IS NOT NULL ORDER BY revision DESC LIMIT 1), r.{column})";

    private static long? Ticks(DateTimeOffset? time) => time is { } at ? Timestamps.ToTicks(at) : null;

    private List<StoredRecord> Read(Statement rows)
    {
        var found = new List<StoredRecord>();
        using var changes = new Statement(
            connection,
            "SELECT sequence, kind, author, changed_at, changed_offset, reason, revision, " + RecordColumns.Shared
            + ", paper_sheet FROM record_change WHERE form = ? AND month = ? AND running = ? ORDER BY revision");
        while (rows.Step())
        {
            var draft = Draft(rows);
            found.Add(new StoredRecord(draft, Changes(changes, draft.Number)) { Place = rows.Long(0) });
        }

        return found;
    }

    private static RecordDraft Draft(Statement row)
    {
        var offset = row.Long(13);
        return new RecordDraft(
            new RecordNumber((RecordForm)row.Long(1), (int)row.Long(2), (int)row.Long(3)), row.Long(4), row.Text(5), row.TextOrNull(6), row.Text(8),
            Timestamps.FromTicks(row.Long(12), offset), RecordColumns.Read(row, SharedInRecord, offset))
        {
            Shift = row.TextOrNull(7),
            Late = row.Long(9) != 0,
            PaperSheet = row.TextOrNull(10),
            Retention = (RetentionClass)row.Long(11),
        };
    }

    private static List<RecordChange> Changes(Statement rows, RecordNumber number)
    {
        var changes = new List<RecordChange>();
        rows.Bind(1, (int)number.Form).Bind(2, number.Month).Bind(3, number.Running);
        while (rows.Step())
        {
            var offset = rows.Long(4);
            changes.Add(new RecordChange(
                number, rows.Long(0), (RecordChangeKind)rows.Long(1), rows.Text(2), Timestamps.FromTicks(rows.Long(3), offset),
                RecordColumns.Read(rows, SharedInChange, offset)) 
            {
                Reason = rows.TextOrNull(5), PaperSheet = rows.TextOrNull(SharedInChange + RecordColumns.SharedCount),
            });
        }

        rows.Reset();
        return changes;
    }
}
