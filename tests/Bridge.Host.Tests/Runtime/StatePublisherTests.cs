using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Policy;

namespace Bridge.Host.Tests.Runtime;

/// <summary>What is left at the broker as retained state.</summary>
public sealed class StatePublisherTests
{
    private const string BridgeTopic = "ab/v1/tower/bridge/availability";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFailingJournalShowsInTheBridgesAvailabilityAndItsReturnAsWell()
    {
        using var bench = EngineBench.Running();
        await using var broker = new RetainingChannel();
        var publisher = new StatePublisher("tower", bench.Monitor, TimeProvider.System);
        await publisher.PublishAllAsync(broker, Cancellation);
        Assert.Contains("\"journal\":\"written\"", broker.Text(BridgeTopic), StringComparison.Ordinal);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var running = publisher.PublishChangesAsync(broker, stop.Token);
        using (bench.BreakDisk())
        {
            bench.Present(Tower.Lobby);
            bench.Engine.TakeTurn();
            await Eventually.Holds(() => broker.Text(BridgeTopic).Contains("\"journal\":\"failing\"", StringComparison.Ordinal), "it is told that it fails");
            // A connection made meanwhile says the same.
            await using var other = new RetainingChannel();
            await new StatePublisher("tower", bench.Monitor, TimeProvider.System).PublishAllAsync(other, Cancellation);
            Assert.Contains("\"journal\":\"failing\"", other.Text(BridgeTopic), StringComparison.Ordinal);
        }

        bench.Time.Advance(TimeSpan.FromSeconds(1));
        bench.Engine.TakeTurn();
        await Eventually.Holds(() => broker.Text(BridgeTopic).Contains("\"journal\":\"written\"", StringComparison.Ordinal), "it is told that it is back");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task ADoorThatWasRemovedWhileTheServiceWasDownLeavesTheBroker()
    {
        var first = EngineBench.Running();
        await using var broker = new RetainingChannel();
        await new StatePublisher("tower", first.Monitor, TimeProvider.System).PublishAllAsync(broker, Cancellation);
        Assert.Equal(7, broker.Topics.Count());

        using var second = first.AfterACrash();
        var publisher = new StatePublisher("tower", second.Monitor, TimeProvider.System);
        WithoutOffice(second);
        await publisher.PublishAllAsync(broker, Cancellation);
        Assert.Equal(5, broker.Topics.Count());
        Assert.DoesNotContain(broker.Topics, topic => topic.Contains("/office/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADoorThatWasRemovedWhileTheBrokerWasAwayLeavesItToo()
    {
        using var bench = EngineBench.Running();
        await using var broker = new RetainingChannel();
        var publisher = new StatePublisher("tower", bench.Monitor, TimeProvider.System);
        await publisher.PublishAllAsync(broker, Cancellation);
        WithoutOffice(bench);
        broker.Refusing = true;
        await publisher.PublishAllAsync(broker, Cancellation);
        broker.Refusing = false;
        await publisher.PublishAllAsync(broker, Cancellation);
        Assert.DoesNotContain(broker.Topics, topic => topic.Contains("/office/", StringComparison.Ordinal));
    }

    private static void WithoutOffice(EngineBench bench)
    {
        var fewer = Tower.Rules with { Doors = Tower.Rules.Doors.Remove(Tower.Office), AccessPoints = Tower.Rules.AccessPoints.Remove(Tower.Reader(Tower.Office)) };
        bench.Ask(at => new PolicyInput.ConfigurationApplied(at, fewer));
        bench.Engine.TakeTurn();
    }
}
