using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Journal;
using Bridge.Outbound;
using Bridge.Policy;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Runtime;

public sealed class BrokerSessionTests : IDisposable
{
    private static readonly BuildingState Built =
        BuildingPolicy.Decide(BuildingState.Empty, new PolicyInput.ConfigurationApplied(new Moment(TimeSpan.Zero, JumpingTime.Monday), Tower.Rules)).Next;

    private readonly InstantTime time = new();
    private readonly OutboxBench bench;
    private readonly BuildingMonitor monitor;
    private readonly BrokerSession session;
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public BrokerSessionTests()
    {
        bench = new OutboxBench(time);
        monitor = new BuildingMonitor(Built, new JournalPosition(1, 1), time, TimeZoneInfo.Utc);
        session = new BrokerSession(bench.Channel, new StatePublisher("tower", monitor, time), bench.Pump, time, bench.Log.For<BrokerSession>());
    }

    private FakeChannel Channel => bench.Channel;

    public void Dispose()
    {
        stop.Dispose();
        bench.Dispose();
    }

    [Fact]
    public async Task EveryConnectionBeginsWithOnlineThenAllStateThenTheOutboxInOrder()
    {
        bench.Add("e/1", "e/2");
        var running = session.RunAsync(stop.Token);
        await Eventually.Holds(() => Channel.Heard.Count == 10, "connect, bridge, two for each of three doors, two messages");
        AssertBeginning(Channel.Heard, "e/1", "e/2");

        time.Pass(TimeSpan.FromMinutes(1));
        Channel.Connect = attempt => attempt < 5 ? new ConnectResult.Unreachable("refused") : new ConnectResult.Connected(20, SessionPresent: false);
        Channel.Lose("the broker is gone");
        await Eventually.Holds(() => Channel.Attempts == 5, "tried until it is back");
        bench.Add("e/3");
        await Eventually.Holds(() => Channel.Heard.Count(each => each == "message e/3") == 1, "what came meanwhile");
        AssertBeginning([.. Channel.Heard.Skip(13)], "e/3");
        await StopAsync(running);
    }

    [Fact]
    public async Task AnOutageIsOneLineInTheLog()
    {
        Channel.Connect = attempt => attempt <= 300 ? new ConnectResult.Unreachable("connection refused") : new ConnectResult.Connected(20, SessionPresent: false);
        var running = session.RunAsync(stop.Token);
        await Eventually.Holds(() => session.Connected, "in the end");
        Assert.Single(bench.Log.At(LogLevel.Warning));
        Assert.All(time.Waits, pause => Assert.InRange(pause, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(10)));
        await StopAsync(running);
    }

    [Fact]
    public async Task AnotherReasonIsSaidAgain()
    {
        Channel.Connect = attempt => attempt switch
        {
            <= 5 => new ConnectResult.Unreachable("connection refused"),
            <= 10 => new ConnectResult.Refused("bad user name or password"),
            _ => new ConnectResult.Connected(20, SessionPresent: false),
        };
        var running = session.RunAsync(stop.Token);
        await Eventually.Holds(() => session.Connected, "in the end");
        Assert.Equal(2, bench.Log.At(LogLevel.Warning).Count());
        await StopAsync(running);
    }

    /// <summary>A broker that takes the connection and drops it at once must not be hammered five times a second for ever.</summary>
    [Fact]
    public async Task ABrokerThatThrowsUsOutIsMetWithGrowingPauses()
    {
        Channel.Publish = _ => new DeliveryResult.TryLater("thrown out");
        var running = session.RunAsync(stop.Token);
        await Eventually.Holds(() => Channel.Attempts >= 40, "tried for ever");
        Assert.True(time.Waits.Skip(20).Average(pause => pause.TotalSeconds) > 5, $"pauses: {string.Join(", ", time.Waits.Take(40))}");
        Assert.Single(bench.Log.At(LogLevel.Warning));
        await StopAsync(running);
    }

    [Fact]
    public async Task ATakeOverIsNotAnsweredAtOnceWithAnother()
    {
        var running = session.RunAsync(stop.Token);
        await Eventually.Holds(() => session.Connected, "connected");
        var before = time.Waits.Count;
        Channel.Lose("session taken over", takenOver: true);
        await Eventually.Holds(() => Channel.Attempts == 2, "again, later");
        Assert.Contains(TimeSpan.FromSeconds(10), time.Waits.Skip(before));
        Assert.Single(bench.Log.At(LogLevel.Error));
        await StopAsync(running);
    }

    [Fact]
    public async Task AChangedDoorIsToldAndAnUnchangedOneIsNot()
    {
        var running = session.RunAsync(stop.Token);
        await Eventually.Holds(() => session.Connected, "connected");
        var before = Channel.Heard.Count;
        Show(new PolicyInput.TamperSensed(At(1), Tower.Lobby, Active: true), degraded: false);
        await Eventually.Holds(() => Channel.Heard.Count == before + 2, "state and availability of one door");
        Assert.All(Channel.Heard.Skip(before), each => Assert.Contains("/lobby/", each, StringComparison.Ordinal));
        await StopAsync(running);
    }

    [Fact]
    public async Task WhatIsNotOnDiskIsNotToldNeitherNowNorAfterAReconnection()
    {
        var running = session.RunAsync(stop.Token);
        await Eventually.Holds(() => session.Connected, "connected");
        Show(new PolicyInput.TamperSensed(At(1), Tower.Lobby, Active: true), degraded: true);
        Channel.Lose("gone");
        await Eventually.Holds(() => Channel.Attempts == 2 && Channel.Heard.Count(each => each.Contains("/lobby/", StringComparison.Ordinal)) == 4, "reconnected");
        Assert.DoesNotContain(Channel.Heard, each => each.Contains("tampered", StringComparison.Ordinal));

        Show(new PolicyInput.Tick(At(2)), degraded: false);
        await Eventually.Holds(() => Channel.Heard.Any(each => each.Contains("tampered", StringComparison.Ordinal)), "once it is on disk");
        await StopAsync(running);
    }

    [Fact]
    public async Task ACleanStopDrainsTheOutboxAndSaysOffline()
    {
        var running = session.RunAsync(stop.Token);
        await Eventually.Holds(() => session.Connected, "connected");
        bench.Add("e/1");
        await session.FinishAsync(TestContext.Current.CancellationToken);
        Assert.Contains("message e/1", Channel.Heard);
        Assert.Contains("offline", Channel.Heard[^1], StringComparison.Ordinal);
        await StopAsync(running);
    }

    private static Moment At(int seconds) => new(TimeSpan.FromSeconds(seconds), JumpingTime.Monday + TimeSpan.FromSeconds(seconds));

    private static void AssertBeginning(IReadOnlyList<string> heard, params string[] messages)
    {
        Assert.Equal("connect", heard[0]);
        Assert.StartsWith("state ab/v1/tower/bridge/", heard[1], StringComparison.Ordinal);
        Assert.Contains("\"online\"", heard[1], StringComparison.Ordinal);
        Assert.All(heard.Skip(2).Take(6), each => Assert.StartsWith("state ", each, StringComparison.Ordinal));
        Assert.Equal([.. messages.Select(message => $"message {message}")], heard.Skip(8));
    }

    private void Show(PolicyInput input, bool degraded)
    {
        var turn = new EngineTurn(monitor.Current.State);
        turn.Decide(input, degraded);
        monitor.Show(turn, new JournalPosition(1, 2), degraded);
    }

    private async Task StopAsync(Task running)
    {
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
