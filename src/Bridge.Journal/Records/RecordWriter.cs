using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Records;

/// <summary>Writes the records and person rows of a batch inside the journal's open transaction.</summary>
internal sealed class RecordWriter(StatementSet statements, SqliteConnection connection)
{
    private const string InsertRecord =
        "INSERT INTO record (form, month, running, sequence, lobby, case_id, shift, author, late, paper_sheet, created_at, created_offset, "
        + RecordColumns.Shared + ", retention) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private const string InsertChange =
        "INSERT INTO record_change (form, month, running, revision, sequence, kind, author, changed_at, changed_offset, reason, " + RecordColumns.Shared
        + ", paper_sheet) VALUES (?1, ?2, ?3, (SELECT ifnull(max(revision), 0) + 1 FROM record_change WHERE form = ?1 AND month = ?2 AND running = ?3), "
        + "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)";

    private readonly Statement insertRecord = statements.Prepare(InsertRecord);
    private readonly Statement insertChange = statements.Prepare(InsertChange);
    private readonly Statement insertPerson = statements.Prepare("INSERT INTO person (id, sequence, class, since, sealed) VALUES (?, ?, ?, ?, ?)");
    private readonly Statement insertSubject = statements.Prepare("INSERT INTO person_subject (subject, person) VALUES (?, ?)");
    private readonly Statement lastNumber = statements.Prepare("SELECT last FROM record_month WHERE form = ? AND month = ?");
    private readonly Statement isThere = statements.Prepare("SELECT 1 FROM record WHERE form = ? AND month = ? AND running = ?");

    /// <summary>What keeps the batch's records from being written as they are; null when nothing does. A mistake of the caller, and no fault of the disk.</summary>
    public string? Problem(JournalBatch batch)
    {
        if (batch.Entries.Count == 0 && (batch.Records.Count > 0 || batch.RecordChanges.Count > 0 || batch.People.Count > 0))
        {
            return "records and person rows need an entry that tells of them";
        }

        var expected = new Dictionary<(RecordForm, int), int>();
        foreach (var draft in batch.Records)
        {
            var month = (draft.Number.Form, draft.Number.Month);
            var next = (expected.TryGetValue(month, out var last) ? last : Last(draft.Number.Form, draft.Number.Month)) + 1;
            if (draft.Number.Running != next)
            {
                return $"record {draft.Number} is not the next of its month: expected {draft.Number with { Running = next }}";
            }

            if (draft.Fields.Category is null)
            {
                return $"record {draft.Number} has no category";
            }

            expected[month] = next;
        }

        foreach (var change in batch.RecordChanges)
        {
            if (!IsThere(change.Number) && batch.Records.All(draft => draft.Number != change.Number))
            {
                return $"there is no record {change.Number} to be changed";
            }
        }

        return null;
    }

    /// <param name="sequence">Of the first entry of the batch.</param>
    public void Append(JournalBatch batch, long sequence)
    {
        foreach (var person in batch.People)
        {
            insertPerson.Bind(1, person.Id).Bind(2, sequence).Bind(3, (int)person.Class).Bind(4, Timestamps.ToTicks(person.Since))
                .Bind(5, person.Content.Span).Run();
            if (person.Subject is { } subject)
            {
                insertSubject.Bind(1, subject).Bind(2, person.Id).Run();
            }
        }

        foreach (var draft in batch.Records)
        {
            Append(draft);
        }

        foreach (var change in batch.RecordChanges)
        {
            Append(change);
        }
    }

    /// <summary>The highest number given for a form in a month; 0 for none.</summary>
    public int Last(RecordForm form, int month)
    {
        lastNumber.Bind(1, (int)form).Bind(2, month);
        var last = lastNumber.Step() ? (int)lastNumber.Long(0) : 0;
        lastNumber.Reset();
        return last;
    }

    /// <summary>Takes away what a failed commit left behind an entry.</summary>
    public void ReturnTo(long sequence)
    {
        Delete("UPDATE record_month SET last = (SELECT min(running) - 1 FROM record r WHERE r.form = record_month.form AND r.month = record_month.month "
            + "AND r.sequence > ?1) WHERE EXISTS (SELECT 1 FROM record r WHERE r.form = record_month.form AND r.month = record_month.month AND r.sequence > ?1)",
            sequence);
        Delete("DELETE FROM record_change WHERE sequence > ?1", sequence);
        Delete("DELETE FROM record WHERE sequence > ?1", sequence);
        Delete("DELETE FROM person WHERE sequence > ?1", sequence);
    }

    private void Delete(string sql, long sequence)
    {
        using var delete = new Statement(connection, sql);
        delete.Bind(1, sequence).Run();
    }

    private bool IsThere(RecordNumber number)
    {
        isThere.Bind(1, (int)number.Form).Bind(2, number.Month).Bind(3, number.Running);
        var there = isThere.Step();
        isThere.Reset();
        return there;
    }

    private void Append(RecordDraft draft)
    {
        insertRecord.Bind(1, (int)draft.Number.Form).Bind(2, draft.Number.Month).Bind(3, draft.Number.Running).Bind(4, draft.Sequence)
            .Bind(5, draft.Lobby).Bind(6, draft.Case).Bind(7, draft.Shift).Bind(8, draft.Author).Bind(9, draft.Late ? 1 : 0)
            .Bind(10, draft.PaperSheet).Bind(11, Timestamps.ToTicks(draft.CreatedAt)).Bind(12, Timestamps.OffsetMinutes(draft.CreatedAt));
        RecordColumns.Bind(insertRecord, 13, draft.Fields).Bind(13 + RecordColumns.SharedCount, (int)draft.Retention).Run();
    }

    private void Append(RecordChange change)
    {
        insertChange.Bind(1, (int)change.Number.Form).Bind(2, change.Number.Month).Bind(3, change.Number.Running).Bind(4, change.Sequence)
            .Bind(5, (int)change.Kind).Bind(6, change.Author).Bind(7, Timestamps.ToTicks(change.At)).Bind(8, Timestamps.OffsetMinutes(change.At))
            .Bind(9, change.Reason);
        RecordColumns.Bind(insertChange, 10, change.Fields).Bind(10 + RecordColumns.SharedCount, change.PaperSheet).Run();
    }
}
