using System.Diagnostics;
using Bridge.Benchmarks.Rigs;
using Bridge.Benchmarks.Sites;
using Bridge.Host.Runtime;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Outbound.Mqtt;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Benchmarks.Events;

/// <summary>The product's way from the journal to the broker: outbox, pump, session, retained state and all.</summary>
internal sealed class Delivery : IAsyncDisposable
{
    private readonly EngineRig rig;
    private readonly Outbox outbox;
    private readonly MqttChannel channel;
    private readonly OutboxPump pump;
    private readonly BrokerSession session;
    private CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public Delivery(EngineRig rig, int port)
    {
        this.rig = rig;
        outbox = Open(rig);
        channel = new MqttChannel(
            new MqttOptions { ClientId = "accessbridge-benchmark", Port = port, WillTopic = MqttTopics.BridgeAvailability(BenchmarkSite.Name) }, TimeProvider.System);
        pump = new OutboxPump(outbox, rig.Outbox, TimeProvider.System, NullLogger<OutboxPump>.Instance);
        session = new BrokerSession(
            channel, new StatePublisher(BenchmarkSite.Name, rig.Monitor, TimeProvider.System), pump, TimeProvider.System, NullLogger<BrokerSession>.Instance);
    }

    public long Acknowledged => pump.Published;

    public bool IsEmpty => pump.IsEmpty;

    public void Start()
    {
        stopping = new CancellationTokenSource();
        running = session.RunAsync(stopping.Token);
    }

    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAny(running);
        stopping.Dispose();
    }

    public async Task EmptiedAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var clock = Stopwatch.StartNew();
        while (!IsEmpty || rig.Queue.Waiting > 0)
        {
            if (clock.Elapsed > limit)
            {
                throw new TimeoutException("The outbox did not become empty.");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>The positive control: forgets what waits as if it had been acknowledged. Gives how many.</summary>
    public int Lose() =>
        outbox.MarkDelivered(EventTranslation.Channel, long.MaxValue) is StorageResult<int>.Done { Value: var lost } ? lost : 0;

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        outbox.Dispose();
    }

    private static Outbox Open(EngineRig rig) => Outbox.Open(new JournalOptions(rig.Site.Paths.Journal, rig.Site.Site)) is StorageResult<Outbox>.Done done
        ? done.Value
        : throw new InvalidOperationException("The outbox cannot be opened.");
}
