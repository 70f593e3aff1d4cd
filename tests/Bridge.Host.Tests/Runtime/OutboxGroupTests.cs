using System.Diagnostics;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Outbound;
using Bridge.Outbound.Mqtt;

namespace Bridge.Host.Tests.Runtime;

/// <summary>How the outbox is emptied, and what a death in the middle costs.</summary>
public sealed class OutboxGroupTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly LogBook log = new();

    private JournalOptions Options => new(folder.File("journal.db"), "tower") { LockWait = TimeSpan.FromMilliseconds(20) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        log.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(240, 2000, "as it is set")]
    [InlineData(3, 100, "as tight as it goes")]
    public async Task NoMoreIsToldAgainAfterTheProcessDied(int unmarked, int messages, string why)
    {
        var (most, deaths) = (0, 0);
        Fill(messages);
        using var outbox = Open();
        for (var waiting = messages; waiting > 3 * unmarked; waiting = Waiting(outbox))
        {
            using var signal = Synced();
            await using var channel = new CountingChannel { DieAfter = 3 * unmarked };
            await Assert.ThrowsAsync<InvalidOperationException>(
                () => new OutboxPump(outbox, signal, TimeProvider.System, log.For<OutboxPump>()) { MostUnmarked = unmarked }.RunAsync(channel, Cancellation));
            // What was confirmed and still waits will be told again by the next process.
            most = Math.Max(most, channel.Taken - (waiting - Waiting(outbox)));
            deaths++;
            Assert.InRange(most, 1, unmarked);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"at most {unmarked} unmarked, {deaths} deaths: {most} told again at most");
        Assert.True(deaths > 0, why);
    }

    [Fact]
    public async Task EmptiesTenThousandThroughABroker()
    {
        const int Messages = 10_000;
        Fill(Messages);
        using var outbox = Open();
        using var signal = Synced();
        await using var broker = Assert.IsType<EmbeddedBrokerStart.Running>(await EmbeddedBroker.StartAsync(new EmbeddedBrokerOptions(0, "bridge"), Cancellation)).Broker;
        await using var channel = new MqttChannel(broker.Address(new MqttOptions { ClientId = "bridge", WillTopic = "t/will" }), TimeProvider.System);
        Assert.IsType<ConnectResult.Connected>(await channel.ConnectAsync(Cancellation));
        var pump = new OutboxPump(outbox, signal, TimeProvider.System, log.For<OutboxPump>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var watch = Stopwatch.StartNew();
        var running = pump.RunAsync(channel, stop.Token);
        await Eventually.Holds(() => pump.Published == Messages, "all are confirmed", TimeSpan.FromSeconds(60));
        TestContext.Current.TestOutputHelper?.WriteLine($"{Messages} messages of 400 bytes to PUBACK and marked in {watch.Elapsed.TotalMilliseconds:0} ms");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(0, Waiting(outbox));
    }

    private static OutboxSignal Synced()
    {
        var signal = new OutboxSignal(default);
        signal.Committed(new JournalPosition(1, 1));
        return signal;
    }

    private Outbox Open() => Assert.IsType<StorageResult<Outbox>.Done>(Outbox.Open(Options)).Value;

    private static int Waiting(Outbox outbox) =>
        (int)Assert.IsType<StorageResult<OutboxBacklog>.Done>(outbox.Backlog(EventTranslation.Channel)).Value.Waiting;

    private void Fill(int count)
    {
        using var store = Assert.IsType<JournalOpened.Open>(JournalStore.Open(Options, TimeProvider.System)).Store;
        Assert.IsType<CommitResult.Committed>(store.Commit(new JournalBatch(
            [new JournalEntry(EntryOrigin.Event, "BridgeStarted", DateTimeOffset.UnixEpoch, TimeSpan.Zero, null, null, "{}", false)],
            [.. Enumerable.Range(1, count).Select(_ => new OutboxDraft(EventTranslation.Channel, "t/1", new byte[400], "text/plain", 1))],
            null)));
    }
}
