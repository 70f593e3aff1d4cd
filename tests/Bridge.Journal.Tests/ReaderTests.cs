namespace Bridge.Journal.Tests;

public sealed class ReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private JournalOptions Options => new(folder.File("journal.db"), "tower");

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, JournalQuery, int, long[]> Queries => new()
    {
        { "from the beginning", new JournalQuery(), 3, [1, 2, 3] },
        { "the next page", new JournalQuery(After: 3), 3, [4, 5, 6] },
        { "newest first", new JournalQuery(NewestFirst: true), 3, [20, 19, 18] },
        { "the page before", new JournalQuery(Before: 18, NewestFirst: true), 3, [17, 16, 15] },
        { "one door", new JournalQuery(Door: "gate"), 3, [4, 8, 12] },
        { "one door, newest first", new JournalQuery(Door: "gate", NewestFirst: true), 2, [20, 16] },
        { "one correlation", new JournalQuery(Correlation: "a2"), 9, [10, 11, 12, 13, 14] },
        { "one kind", new JournalQuery(Kind: "CredentialPresented"), 9, [5, 10, 15, 20] },
        { "one origin", new JournalQuery(Origin: EntryOrigin.Input, After: 5), 9, [10, 15, 20] },
        { "everything at once", new JournalQuery(1, 20, "gate", "a3", "AccessGranted", EntryOrigin.Event, true), 9, [16] },
        { "nothing", new JournalQuery(Door: "roof"), 9, [] },
        { "text is a value, not SQL", new JournalQuery(Door: "' OR 1=1 --"), 9, [] },
    };

    [Theory, MemberData(nameof(Queries))]
    public void A_page_has_what_was_asked_for(string why, JournalQuery query, int max, long[] expected)
    {
        using var store = Some.Open(Options);
        store.Committed(new JournalBatch(
            [.. Enumerable.Range(1, 20).Select(i => Some.Entry(i, i % 5 == 0 ? EntryOrigin.Input : EntryOrigin.Event, i % 4 == 0 ? "gate" : null))], [], null));
        using var reader = JournalReader.Open(Options.Path).Value();
        Assert.True(expected.SequenceEqual(reader.Page(query, max).Value().Select(row => row.Position.Sequence)), why);
        Assert.Equal(("tower", 1), reader.Identity().Value());
    }

    [Fact]
    public void A_reader_sees_new_entries_and_never_stops_the_writer()
    {
        using var store = Some.Open(Options);
        using var reader = JournalReader.Open(Options.Path).Value();
        for (var i = 1; i <= 50; i++)
        {
            store.Committed(Some.Batch(store.Head, 1));
            Assert.Equal(i, Assert.Single(reader.Page(new JournalQuery(NewestFirst: true), 1).Value()).Position.Sequence);
        }
    }

    [Fact]
    public void A_missing_journal_is_a_result_and_is_not_created()
    {
        Assert.IsType<StorageResult<JournalReader>.Failed>(JournalReader.Open(Options.Path));
        Assert.False(File.Exists(Options.Path));
    }

    [Fact]
    public void Entries_after_a_sequence_come_across_pages()
    {
        using var store = Some.Open(Options);
        for (var i = 0; i < 5; i++)
        {
            store.Committed(Some.Batch(store.Head, 500));
        }

        Assert.Equal(Enumerable.Range(101, 2400).Select(i => (long)i), store.EntriesAfter(100).Select(row => row.Position.Sequence));
        Assert.Empty(store.EntriesAfter(2500));
    }
}
