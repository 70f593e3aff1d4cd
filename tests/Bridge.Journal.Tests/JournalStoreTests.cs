namespace Bridge.Journal.Tests;

public sealed class JournalStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private JournalOptions Options => new(folder.File("journal.db"), "tower");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_committed_is_there_after_reopening()
    {
        JournalPosition head;
        using (var store = Some.Open(Options))
        {
            Assert.Equal(new JournalPosition(1, 0), store.Head);
            store.Committed(Some.Batch(store.Head, 3));
            head = store.Committed(Some.Batch(store.Head, 2));
        }

        using var again = Some.Open(Options);
        Assert.Equal(new JournalPosition(1, 5), head);
        Assert.Equal(head, again.Head);
        var rows = again.EntriesAfter(0).ToList();
        Assert.Equal([1L, 2, 3, 4, 5], rows.Select(row => row.Position.Sequence));
        Assert.Equal(Enumerable.Range(1, 5).Select(i => Some.Entry(i)), rows.Select(row => row.Entry));
        Assert.All(rows, row => Assert.Equal(Some.Morning, row.RecordedAt));
        Assert.Equal(TimeSpan.FromHours(8), rows[0].Entry.OccurredAt.Offset);
    }

    [Fact]
    public void The_outbox_gives_what_waits_in_order_until_it_is_marked()
    {
        using var store = Some.Open(Options);
        using var outbox = Outbox.Open(Options).Value();
        store.Committed(Some.Batch(store.Head, 10));

        var first = outbox.Peek("mqtt", 0, 4).Value();
        Assert.Equal([1L, 2, 3, 4], first.Select(message => message.Draft.Sequence));
        Assert.Equal(4, outbox.MarkDelivered("mqtt", first[^1].Id).Value());
        Assert.Equal([5L, 6, 7, 8, 9, 10], outbox.Peek("mqtt", 0, 100).Value().Select(message => message.Draft.Sequence));
    }
}
