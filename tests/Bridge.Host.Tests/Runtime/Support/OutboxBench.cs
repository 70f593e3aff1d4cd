using System.Text;
using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;
using Bridge.Host.Translation;
using Bridge.Journal;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>A real outbox with numbered messages in it, and a pump on it.</summary>
internal sealed class OutboxBench : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly JournalOptions options;
    private readonly JournalStore store;
    private readonly Outbox pumped;

    public OutboxBench(TimeProvider time)
    {
        options = new JournalOptions(folder.File("journal.db"), "tower") { LockWait = TimeSpan.FromMilliseconds(20) };
        store = Assert.IsType<JournalOpened.Open>(JournalStore.Open(options, time)).Store;
        pumped = Open();
        Gauge = new BacklogGauge(Open(), time);
        Pump = new OutboxPump(pumped, Signal, time, Log.For<OutboxPump>());
    }

    public LogBook Log { get; } = new();

    public OutboxSignal Signal { get; } = new(default);

    public OutboxPump Pump { get; }

    public BacklogGauge Gauge { get; }

    public FakeChannel Channel { get; } = new();

    /// <summary>Commits messages with these topics and wakes the pump.</summary>
    public void Add(params IEnumerable<string> topics)
    {
        var drafts = topics.Select(topic => new OutboxDraft(EventTranslation.Channel, topic, Encoding.UTF8.GetBytes("{}"), "application/json", 1)).ToList();
        Assert.IsType<CommitResult.Committed>(store.Commit(new JournalBatch([], drafts, null)));
        Signal.Committed(store.Head);
        Signal.Raise();
    }

    /// <summary>The topics that wait, oldest first, as another connection sees them.</summary>
    public IReadOnlyList<string> Waiting()
    {
        using var outbox = Open();
        var waiting = Assert.IsType<StorageResult<IReadOnlyList<OutboxMessage>>.Done>(outbox.Peek(EventTranslation.Channel, 0, 10_000)).Value;
        return [.. waiting.Select(message => message.Draft.Topic)];
    }

    public IReadOnlyList<ParkedMessage> Parked()
    {
        using var outbox = Open();
        return Assert.IsType<StorageResult<IReadOnlyList<ParkedMessage>>.Done>(outbox.Parked(EventTranslation.Channel, 10)).Value;
    }

    public BlockedDisk BreakDisk() => BlockedDisk.Block(options.Path);

    public void Dispose()
    {
        Gauge.Dispose();
        pumped.Dispose();
        store.Dispose();
        Signal.Dispose();
        Log.Dispose();
        folder.Dispose();
    }

    private Outbox Open() => Assert.IsType<StorageResult<Outbox>.Done>(Outbox.Open(options)).Value;
}
