using System.Diagnostics;
using Bridge.Outbound.Mqtt;
using Bridge.Outbound.Tests.Brokers;

namespace Bridge.Outbound.Tests.Mqtt;

/// <summary>Prints figures; they are compared in the benchmarks, not asserted here, where other tests share the machine.</summary>
[Collection(nameof(ThroughputReport))]
[CollectionDefinition(nameof(ThroughputReport), DisableParallelization = true)]
public sealed class ThroughputReport(ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(20)]
    public async Task Events_to_mosquitto(int inFlight)
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("AB_OUTBOUND_EVENTS"), out int asked) ? asked : 10_000;
        await using MosquittoBroker broker = await MosquittoBroker.StartAsync("allow_anonymous true\nset_tcp_nodelay true", Token);
        await using MqttChannel channel = new(broker.Bridge("tower-1") with { MaxInFlight = inFlight }, TimeProvider.System);
        await channel.ConnectAsync(Token);
        EventEnvelope envelope = new("tower-1", 1, 1, "doorOpened", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch) { Subject = "d1" };
        OutboundMessage[] run = [.. Enumerable.Range(1, 500).Select(number => new OutboundMessage(
            number, MqttTopics.DoorEvent("tower-1", "d1", "doorOpened"), CloudEvent.Write(envelope with { Sequence = number }, "{}"u8), CloudEvent.ContentType))];
        await channel.DeliverAsync(run, Token);

        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        int delivered = 0;
        while (delivered < count)
        {
            delivered += (await channel.DeliverAsync(run, Token)).Acknowledged;
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(
            $"{inFlight} in flight: {delivered} events of {run[0].Payload.Length} B acknowledged, {delivered / seconds:0} events/s, " +
            $"{(GC.GetTotalAllocatedBytes(precise: true) - allocated) / delivered} B and {(Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / delivered:0} us of processor an event");
    }
}
