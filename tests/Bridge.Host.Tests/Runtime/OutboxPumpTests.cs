using Bridge.Host.Tests.Runtime.Support;
using Bridge.Outbound;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Runtime;

public sealed class OutboxPumpTests : IDisposable
{
    private readonly JumpingTime time = new();
    private readonly OutboxBench bench;
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public OutboxPumpTests() => bench = new OutboxBench(time);

    public void Dispose()
    {
        stop.Dispose();
        bench.Dispose();
    }

    [Fact]
    public async Task ARowGoesOnlyWhenItIsAcknowledged()
    {
        bench.Add(Topics(1, 10));
        List<int> waitingAtDelivery = [];
        bench.Channel.Deliver = (messages, _) =>
        {
            waitingAtDelivery.Add(bench.Waiting().Count);
            return ValueTask.FromResult(waitingAtDelivery.Count == 1
                ? new DeliveryReport(3, new DeliveryResult.TryLater("no answer"))
                : new DeliveryReport(messages.Count, DeliveryResult.Delivered.Instance));
        };
        await bench.Pump.RunAsync(bench.Channel, stop.Token);
        Assert.Equal(Topics(4, 10), bench.Waiting());
        Assert.Equal(3, bench.Pump.Published);

        var second = bench.Pump.RunAsync(bench.Channel, stop.Token);
        await Eventually.Holds(() => bench.Waiting().Count == 0, "the rest, with the next connection");
        Assert.Equal([10, 7], waitingAtDelivery);
        Assert.Equal([.. Topics(1, 10).Select(topic => $"message {topic}")], bench.Channel.Heard);
        await StopAsync(second);
    }

    [Fact]
    public async Task MessagesGoInTheOrderOfTheirCommitsAndNewOnesWakeThePump()
    {
        var running = bench.Pump.RunAsync(bench.Channel, stop.Token);
        for (var commit = 0; commit < 20; commit++)
        {
            bench.Add(Topics((commit * 100) + 1, (commit + 1) * 100));
        }

        await Eventually.Holds(() => bench.Pump.Published == 2_000, "all are told");
        Assert.Equal([.. Topics(1, 2_000).Select(topic => $"message {topic}")], bench.Channel.Heard);
        await Eventually.Holds(() => bench.Pump.IsEmpty, "and it knows that nothing is left");
        await Eventually.Holds(() => bench.Waiting().Count == 0, "marked when the engine rests");
        await StopAsync(running);
    }

    [Fact]
    public async Task PoisonIsParkedLoudlyAndTheOthersGoOn()
    {
        bench.Add(Topics(1, 5));
        bench.Channel.Deliver = (messages, _) =>
        {
            var bad = messages.Index().FirstOrDefault(each => each.Item.Topic == "t/0003", (-1, null!)).Index;
            return ValueTask.FromResult(bad < 0
                ? new DeliveryReport(messages.Count, DeliveryResult.Delivered.Instance)
                : new DeliveryReport(bad, new DeliveryResult.Poison("too long")));
        };
        var running = bench.Pump.RunAsync(bench.Channel, stop.Token);
        await Eventually.Holds(() => bench.Pump.Published == 4, "the other four");
        var parked = Assert.Single(bench.Parked());
        Assert.Equal(("t/0003", "too long"), (parked.Message.Draft.Topic, parked.Reason));
        Assert.Contains("is parked: too long", Assert.Single(bench.Log.At(LogLevel.Error)), StringComparison.Ordinal);
        await StopAsync(running);
    }

    [Fact]
    public async Task ABrokerThatRefusesIsAskedAgainAfterAMinuteAndNothingIsLost()
    {
        bench.Add(Topics(1, 2));
        bench.Channel.Deliver = (_, _) => ValueTask.FromResult(new DeliveryReport(0, new DeliveryResult.TryLater("not authorised") { NeedsAttention = true }));
        var running = bench.Pump.RunAsync(bench.Channel, stop.Token);
        await Eventually.Holds(() => bench.Log.At(LogLevel.Error).Any(), "it is said");
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(running.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await running;
        Assert.Equal(Topics(1, 2), bench.Waiting());
    }

    [Fact]
    public async Task AMarkThatCannotBeWrittenCostsADuplicateAndNeverAMessage()
    {
        bench.Add(Topics(1, 3));
        using (bench.BreakDisk())
        {
            var first = bench.Pump.RunAsync(bench.Channel, stop.Token);
            await Eventually.Holds(() => bench.Log.At(LogLevel.Warning).Any(), "the mark failed, and that is said");
            Assert.Equal(3, bench.Channel.Heard.Count);
            Assert.Equal(Topics(1, 3), bench.Waiting());
        }

        bench.Add("t/0004");
        await Eventually.Holds(() => bench.Pump.Published == 4, "the same connection goes on behind them");
        Assert.Equal([.. Topics(1, 4).Select(topic => $"message {topic}")], bench.Channel.Heard);
        await Eventually.Holds(() => bench.Waiting().Count == 0, "and the mark takes the older ones along");
    }

    private static List<string> Topics(int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(number => $"t/{number:0000}")];

    private async Task StopAsync(Task running)
    {
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
