using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Outbound.Mqtt;
using Bridge.Outbound.Tests.Brokers;

namespace Bridge.Host.Tests.Runtime;

/// <summary>A broker that refuses one event and takes those behind it: the session connects anew, and the order is kept all the same.</summary>
public sealed class RefusedEventTests
{
    [Fact]
    public async Task UntilTheBrokerTakesItNothingOvertakesIt()
    {
        const byte ImplementationSpecificError = 0x83;
        var cancellation = TestContext.Current.CancellationToken;
        using var bench = EngineBench.Running();
        foreach (var door in Tower.Rules.Doors.Keys)
        {
            bench.Present(door);
        }

        bench.Engine.TakeTurn();
        var events = bench.Outbox().Select(message => message.Draft.Topic).ToList();
        var refusals = 3;
        await using var stub = new StubBroker
        {
            Code = topic => topic == events[0] && Interlocked.Decrement(ref refusals) >= 0 ? ImplementationSpecificError : (byte)0,
        }.Start();
        await using var channel = new MqttChannel(new MqttOptions { ClientId = "bridge", Port = stub.Port, WillTopic = "t/will" }, TimeProvider.System);
        using var outbox = Assert.IsType<Journal.StorageResult<Journal.Outbox>.Done>(Journal.Outbox.Open(bench.Options)).Value;
        var pump = new OutboxPump(outbox, bench.Signal, TimeProvider.System, bench.Log.For<OutboxPump>());
        var session = new BrokerSession(
            channel, new StatePublisher("tower", bench.Monitor, TimeProvider.System), pump, TimeProvider.System, bench.Log.For<BrokerSession>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = session.RunAsync(stop.Token);
        await Eventually.Holds(() => pump.Published == events.Count, "every event is confirmed");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        var told = stub.Topics.Where(topic => topic.Contains("/event/", StringComparison.Ordinal)).ToList();
        // The first refusal came when the ones behind were on the way already; after it the refused one goes alone, each time on a new connection.
        Assert.Equal([.. events.Take(20), events[0], events[0], .. events], told);
    }
}
