using Bridge.Journal.Records;

namespace Bridge.Journal.Tests.Records;

/// <summary>The kept records are in the commit of their entries, under numbers without a gap, and nothing that was written changes.</summary>
public sealed class RecordTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private JournalOptions Options => new(folder.File("journal.db"), "tower");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_record_comes_back_as_it_was_written_with_its_changes()
    {
        using var store = Some.Open(Options);
        var draft = RecordSome.Record(RecordSome.Visitor(1), 1, "person-1") with { Shift = "s1", Late = true, PaperSheet = "17" };
        var completion = new RecordChange(draft.Number, 2, RecordChangeKind.Completion, "assistant-7", Some.Morning.AddHours(1),
            new RecordFields { CompletedAt = Some.Morning.AddHours(1), HeadCount = 3 }) { PaperSheet = "S-17" };
        var amendment = new RecordChange(draft.Number, 2, RecordChangeKind.Amendment, "lead-1", Some.Morning.AddHours(2),
            new RecordFields { Category = "tour", CarriedOver = true }) { Reason = "wrong-category" };
        store.Committed(Batch(1) with { Records = [draft] });
        store.Committed(Batch(1) with { RecordChanges = [completion, amendment] });

        var stored = Find(draft.Number)!;
        Assert.Equal(draft, stored.Original);
        Assert.Equal([completion, amendment], stored.Changes);
        Assert.Equal(("tour", 3, true, "admitted"), (stored.Current.Category, stored.Current.HeadCount, stored.Current.CarriedOver, stored.Current.Result));
    }

    public static TheoryData<string, int[], bool> Numbers => new()
    {
        { "the first and the next", [1, 2], true },
        { "a gap", [1, 3], false },
        { "the same again", [1, 1], false },
        { "not from the beginning", [2], false },
    };

    [Theory, MemberData(nameof(Numbers))]
    public void Numbers_follow_each_other(string why, int[] running, bool taken)
    {
        using var store = Some.Open(Options);
        var together = store.Commit(Batch(1) with { Records = [.. running.Select(number => RecordSome.Record(RecordSome.Visitor(number), 1))] });
        Assert.True(together is CommitResult.Committed == taken, why);
        Assert.Equal(taken ? 1 : 0, store.Head.Sequence);
        Assert.False(store.Suspect, "a mistake of the caller is no fault of the disk");
        Assert.Equal(taken ? running.Length : 0, RawFile.Scalar(Options.Path, "SELECT count(*) FROM record"));
    }

    [Fact]
    public void Each_form_and_month_counts_for_itself()
    {
        using var store = Some.Open(Options);
        store.Committed(Batch(1) with
        {
            Records =
            [
                RecordSome.Record(RecordSome.Visitor(1), 1),
                RecordSome.Record(new RecordNumber(RecordForm.DutyLog, 202603, 1), 1),
                RecordSome.Record(new RecordNumber(RecordForm.VisitorLog, 202604, 1), 1),
            ],
        });
        Assert.Equal("VL-202603-0002", store.NextRecord(RecordForm.VisitorLog, new DateOnly(2026, 3, 31)).Value().ToString());
        Assert.Equal("DL-202604-0001", store.NextRecord(RecordForm.DutyLog, new DateOnly(2026, 4, 1)).Value().ToString());
    }

    [Fact]
    public void A_number_is_not_given_again_when_its_row_has_gone_or_by_somebody_with_a_database_tool()
    {
        using var store = Some.Open(Options);
        store.Committed(Batch(1) with { Records = [RecordSome.Record(RecordSome.Visitor(1), 1), RecordSome.Record(RecordSome.Visitor(2), 1)] });
        RawFile.Execute(Options.Path, "DELETE FROM record WHERE running = 2");
        Assert.Equal(3, store.NextRecord(RecordForm.VisitorLog, new DateOnly(2026, 3, 2)).Value().Running);
        var refused = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => RawFile.Execute(Options.Path,
            "INSERT INTO record (form, month, running, sequence, lobby, author, late, retention, created_at, created_offset, category) "
            + "VALUES (1, 202603, 9, 1, 'l', 'a', 0, 5, 0, 0, 'c')"));
        Assert.Contains("without a gap", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE record SET result = 'refused'", false, "what was written stays")]
    [InlineData("UPDATE record SET author = 'nobody'", false, "who wrote it stays")]
    [InlineData("UPDATE record SET household = NULL, consent_by = NULL, person = NULL", true, "retention takes the link to a person away")]
    public void What_was_written_is_not_overwritten(string sql, bool allowed, string why)
    {
        using var store = Some.Open(Options);
        store.Committed(Batch(1) with { Records = [RecordSome.Record(RecordSome.Visitor(1), 1)] });
        var refused = Xunit.Record.Exception(() => RawFile.Execute(Options.Path, sql));
        Assert.True(refused is null == allowed, why);
    }

    [Fact]
    public void A_change_of_nothing_and_records_without_an_entry_are_refused()
    {
        using var store = Some.Open(Options);
        var change = new RecordChange(RecordSome.Visitor(7), 1, RecordChangeKind.Completion, "a", Some.Morning, new RecordFields());
        Assert.Contains("VL-202603-0007", Assert.IsType<CommitResult.Refused>(store.Commit(Batch(1) with { RecordChanges = [change] })).Reason, StringComparison.Ordinal);
        Assert.IsType<CommitResult.Refused>(store.Commit(new JournalBatch([], [], null) { Records = [RecordSome.Record(RecordSome.Visitor(1), 1)] }));
        Assert.Equal(1, store.Committed(Batch(1)).Sequence);
    }

    /// <summary>A commit whose sync failed was reported as not done, and may be whole in the log all the same.</summary>
    [Fact]
    public void What_a_failed_commit_left_behind_is_taken_back_and_its_numbers_are_given_again()
    {
        using var store = Some.Open(Options);
        store.Committed(Batch(1) with { Records = [RecordSome.Record(RecordSome.Visitor(1), 1)] });
        RawFile.Execute(Options.Path,
            "INSERT INTO record (form, month, running, sequence, lobby, author, late, retention, created_at, created_offset, category) "
            + "VALUES (1, 202603, 2, 2, 'l', 'a', 0, 5, 0, 0, 'c'); "
            + "INSERT INTO person (id, sequence, class, since, sealed) VALUES ('p', 2, 1, 0, x'00'); "
            + "INSERT INTO record_change (form, month, running, revision, sequence, kind, author, changed_at, changed_offset) VALUES (1, 202603, 1, 1, 2, 1, 'a', 0, 0)");
        Assert.IsType<JournalReopened.Reopened>(store.Reopen());
        Assert.Equal(0, RawFile.Scalar(Options.Path, "SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM record_change)"));
        store.Committed(Batch(1) with { Records = [RecordSome.Record(RecordSome.Visitor(2), 2)] });
    }

    [Theory]
    [InlineData("VL-202603-0147", true, "the usual")]
    [InlineData("DL-202612-12345", true, "a month with very many")]
    [InlineData("VL-202613-0001", false, "there is no such month")]
    [InlineData("XX-202603-0001", false, "no such form")]
    [InlineData("VL-202603-147", false, "too short")]
    public void A_number_reads_as_it_is_written(string text, bool good, string why) =>
        Assert.True((RecordNumber.TryParse(text)?.ToString() == text) == good, why);

    public static TheoryData<string, RecordQuery, int[]> Queries => new()
    {
        { "all", new RecordQuery(), [1, 2, 3, 4, 5] },
        { "one case", new RecordQuery(Case: "c3"), [3] },
        { "from a moment, until before another", new RecordQuery(From: Some.Morning.AddMinutes(2), Until: Some.Morning.AddMinutes(4)), [2, 3] },
        { "the category as it is now", new RecordQuery(Category: "tour"), [4] },
        { "and not as it was", new RecordQuery(Category: "visitor"), [1, 2, 3, 5] },
        { "a lobby", new RecordQuery(Lobby: "lobby-b"), [] },
        { "a form", new RecordQuery(Form: RecordForm.DutyLog), [] },
        { "a household", new RecordQuery(Household: "household-1", After: 3), [4, 5] },
    };

    [Theory, MemberData(nameof(Queries))]
    public void Records_are_found(string why, RecordQuery query, int[] expected)
    {
        using var store = Some.Open(Options);
        store.Committed(Batch(1) with
        {
            Records = [.. Enumerable.Range(1, 5).Select(number => RecordSome.Record(RecordSome.Visitor(number), 1))],
            RecordChanges = [new RecordChange(RecordSome.Visitor(4), 1, RecordChangeKind.Amendment, "a", Some.Morning, new RecordFields { Category = "tour" })],
        });
        using var reader = RecordReader.Open(Options.Path).Value();
        var found = reader.Page(query, 100).Value().Select(record => record.Number.Running).ToArray();
        Assert.True(found.SequenceEqual(expected), $"{why}: {string.Join(' ', found)}");
    }

    private static JournalBatch Batch(int count) => new([.. Enumerable.Range(1, count).Select(number => Some.Entry(number))], [], null);

    private StoredRecord? Find(RecordNumber number)
    {
        using var reader = RecordReader.Open(Options.Path).Value();
        return reader.Find(number).Value();
    }
}
