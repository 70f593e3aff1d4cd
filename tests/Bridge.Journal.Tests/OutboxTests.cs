namespace Bridge.Journal.Tests;

public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private JournalOptions Options => new(folder.File("journal.db"), "tower");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_message_comes_back_as_it_was_given()
    {
        using var store = Some.Open(Options);
        using var outbox = Outbox.Open(Options).Value();
        store.Committed(new JournalBatch(
            [Some.Entry(1)],
            [Some.Message(1), new OutboxDraft("mqtt", "empty", ReadOnlyMemory<byte>.Empty, "", 1)],
            null));
        var messages = outbox.Peek("mqtt", 0, 10).Value();
        Assert.Equal([1L, 2], messages.Select(message => message.Id));
        Assert.Equal(Some.Message(1).Payload.ToArray(), messages[0].Draft.Payload.ToArray());
        Assert.Equal(Some.Message(1) with { Payload = default }, messages[0].Draft with { Payload = default });
        Assert.Equal(Some.Morning, messages[0].EnqueuedAt);
        Assert.Equal((0, ""), (messages[1].Draft.Payload.Length, messages[1].Draft.ContentType));
    }

    [Fact]
    public void Channels_do_not_mix_and_ids_are_never_given_again()
    {
        using var store = Some.Open(Options);
        using var outbox = Outbox.Open(Options).Value();
        store.Committed(new JournalBatch([Some.Entry(1)], [Some.Message(1), Some.Message(1, "pager"), Some.Message(1)], null));
        Assert.Equal([1L, 3], outbox.Peek("mqtt", 0, 10).Value().Select(message => message.Id));
        Assert.Equal(2, outbox.MarkDelivered("mqtt", 99).Value());
        Assert.Equal([2L], outbox.Peek("pager", 0, 10).Value().Select(message => message.Id));
        Assert.Equal(1, outbox.MarkDelivered("pager", 2).Value());
        store.Committed(new JournalBatch([Some.Entry(2)], [Some.Message(2)], null));
        Assert.Equal([4L], outbox.Peek("mqtt", 0, 10).Value().Select(message => message.Id));
    }

    [Fact]
    public void What_was_not_marked_is_given_again_after_a_restart()
    {
        using (var store = Some.Open(Options))
        {
            using var outbox = Outbox.Open(Options).Value();
            store.Committed(Some.Batch(store.Head, 10));
            outbox.MarkDelivered("mqtt", outbox.Peek("mqtt", 0, 3).Value()[^1].Id);
        }

        using var again = Some.Open(Options);
        using var outboxAgain = Outbox.Open(Options).Value();
        Assert.Equal([4L, 5, 6, 7, 8, 9, 10], outboxAgain.Peek("mqtt", 0, 100).Value().Select(message => message.Draft.Sequence));
        Assert.Equal([8L, 9], outboxAgain.Peek("mqtt", 7, 2).Value().Select(message => message.Id));
    }

    [Fact]
    public void A_parked_message_is_out_of_the_way_but_not_gone()
    {
        using var store = Some.Open(Options);
        using var outbox = Outbox.Open(Options).Value();
        store.Committed(Some.Batch(store.Head, 5));
        Assert.Equal(new OutboxBacklog(5, 0, Some.Morning), outbox.Backlog("mqtt").Value());
        Assert.True(outbox.Park(2, "topic refused", Some.Morning).Value());
        Assert.False(outbox.Park(2, "again", Some.Morning).Value());
        Assert.Equal([1L, 3, 4, 5], outbox.Peek("mqtt", 0, 10).Value().Select(message => message.Id));
        Assert.Equal(4, outbox.MarkDelivered("mqtt", 5).Value());
        Assert.Equal(new OutboxBacklog(0, 1, null), outbox.Backlog("mqtt").Value());
        Assert.Equal("topic refused", Assert.Single(outbox.Parked("mqtt", 10).Value()).Reason);
    }

    [Fact]
    public void Parked_messages_are_cleared_up_to_the_last_that_was_looked_at_and_waiting_ones_stay()
    {
        using var store = Some.Open(Options);
        using var outbox = Outbox.Open(Options).Value();
        store.Committed(Some.Batch(store.Head, 5));
        foreach (var id in new[] { 1L, 2, 4 })
        {
            outbox.Park(id, "topic refused", Some.Morning).Value();
        }

        Assert.Equal(2, outbox.ClearParked("mqtt", 3).Value());
        Assert.Equal(new OutboxBacklog(2, 1, Some.Morning), outbox.Backlog("mqtt").Value());
    }

    [Fact]
    public void A_locked_file_is_a_result()
    {
        using var store = Some.Open(Options);
        using var outbox = Outbox.Open(Options with { LockWait = TimeSpan.FromMilliseconds(20) }).Value();
        store.Committed(Some.Batch(store.Head, 5));
        using var tool = RawFile.Connect(Options.Path);
        Storage.SqliteFile.Execute(tool, "BEGIN IMMEDIATE");
        Assert.Equal(StorageFailure.Locked, Assert.IsType<StorageResult<int>.Failed>(outbox.MarkDelivered("mqtt", 1)).Failure);
        Assert.Equal(5, outbox.Peek("mqtt", 0, 10).Value().Count);
        Storage.SqliteFile.Execute(tool, "ROLLBACK");
        Assert.Equal(1, outbox.MarkDelivered("mqtt", 1).Value());
    }

    [Fact]
    public async Task Writer_and_pump_side_by_side_lose_nothing_and_keep_the_order()
    {
        const int Batches = 200;
        const int Length = 50;
        using var store = Some.Open(Options);
        using var outbox = Outbox.Open(Options).Value();
        var started = TimeProvider.System.GetTimestamp();
        var writer = Task.Run(
            () =>
            {
                for (var i = 0; i < Batches; i++)
                {
                    store.Committed(Some.Batch(store.Head, Length));
                }
            },
            TestContext.Current.CancellationToken);
        var told = new List<long>();
        while (told.Count < Batches * Length && !(writer.IsCompleted && outbox.Backlog("mqtt").Value().Waiting == 0))
        {
            var waiting = outbox.Peek("mqtt", 0, 512).Value();
            told.AddRange(waiting.Select(message => message.Draft.Sequence));
            if (waiting.Count > 0)
            {
                outbox.MarkDelivered("mqtt", waiting[^1].Id).Value();
            }
            else
            {
                await Task.Yield();
            }
        }

        await writer;
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{told.Count} messages written in batches of {Length} and told beside it in {elapsed.TotalMilliseconds:f0} ms: {told.Count / elapsed.TotalSeconds:f0} a second");
        Assert.Equal(Enumerable.Range(1, Batches * Length).Select(i => (long)i), told);
    }
}
