using Bridge.Host.Health;
using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting.Systemd;

namespace Bridge.Host.Tests.Health;

public sealed class HealthTests : IDisposable
{
    private readonly JumpingTime time = new();
    private readonly OutboxBench bench;
    private readonly LogBook log = new();
    private readonly BuildingMonitor monitor;
    private readonly LineSupervision lines;
    private readonly BridgeLinks links;

    public HealthTests()
    {
        bench = new OutboxBench(time);
        monitor = new BuildingMonitor(BuildingState.Empty, new JournalPosition(1, 0), time, TimeZoneInfo.Utc);
        lines = new LineSupervision(new LineSet(), log.For<LineSupervision>());
        links = new BridgeLinks(
            new BrokerSession(bench.Channel, new StatePublisher("tower", monitor, time), bench.Pump, time, log.For<BrokerSession>()), bench.Gauge, lines);
    }

    public void Dispose()
    {
        lines.Dispose();
        bench.Dispose();
        log.Dispose();
    }

    [Theory]
    [InlineData(5, HealthStatus.Healthy, "it turned within the limit")]
    [InlineData(6, HealthStatus.Unhealthy, "it has been silent for longer")]
    public async Task AliveMeansThatTheEngineTurns(int silent, HealthStatus status, string why)
    {
        time.Advance(TimeSpan.FromSeconds(silent));
        var result = await new EngineLiveness(monitor).CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);
        Assert.True(result.Status == status, why);
    }

    [Fact]
    public async Task AWallClockThatJumpsDoesNotStopTheHeart()
    {
        time.Jump = TimeSpan.FromDays(400);
        Assert.Equal(HealthStatus.Healthy, (await new EngineLiveness(monitor).CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task ReadyMeansThatTheJournalCanBeWrittenAndEveryLineWorks()
    {
        var readiness = new ServiceReadiness(monitor, links);
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(readiness));

        var line = new FakeLine("tower") { Session = _ => Task.FromResult<Bridge.Devices.LineEnd>(new Bridge.Devices.LineEnd.OpenFailed("no such port")) };
        using var fire = new FireRelease(new LineSet(), time, log.For<FireRelease>());
        var supervisor = new LineSupervisor(line, new WiringIndex(Tower.Wiring), new EngineQueue(4), fire, time, log.For<LineSupervisor>());
        lines.Start([], [supervisor]);
        await Eventually.Holds(() => supervisor.Down, "the line is down");
        Assert.Equal(HealthStatus.Degraded, await StatusAsync(readiness));

        monitor.Show(new EngineTurn(BuildingState.Empty), new JournalPosition(1, 0), degraded: true);
        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(readiness));
        await lines.StopAsync();
    }

    [Fact]
    public async Task TheWatchdogIsFedOnlyWhileTheEngineTurns()
    {
        Environment.SetEnvironmentVariable("WATCHDOG_USEC", "3000000");
        var notifier = new CountingNotifier();
        using var watchdog = new SystemdWatchdog(notifier, new EngineLiveness(monitor), time);
        await watchdog.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.Holds(() => Turned(TimeSpan.FromSeconds(1)) && notifier.Count >= 3, "fed while it turns");
        Environment.SetEnvironmentVariable("WATCHDOG_USEC", null);

        time.Advance(TimeSpan.FromSeconds(6));
        await Eventually.Stays(() => true, "the ticks of the first five seconds are worked off");
        var fed = notifier.Count;
        await Eventually.Stays(() => notifier.Count == fed, "starved while it hangs");
        time.Advance(TimeSpan.FromSeconds(60));
        await Eventually.Stays(() => notifier.Count == fed, "and for as long as it does");

        await Eventually.Holds(() => Turned(TimeSpan.FromSeconds(1)) && notifier.Count > fed, "fed again");
        await watchdog.StopAsync(TestContext.Current.CancellationToken);
    }

    private bool Turned(TimeSpan after)
    {
        monitor.Show(new EngineTurn(BuildingState.Empty), new JournalPosition(1, 0), degraded: false);
        time.Advance(after);
        return true;
    }

    private static async Task<HealthStatus> StatusAsync(ServiceReadiness readiness) =>
        (await readiness.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status;

    private sealed class CountingNotifier : ISystemdNotifier
    {
        private int count;

        public bool IsEnabled => true;

        public int Count => Volatile.Read(ref count);

        public void Notify(ServiceState state) => Interlocked.Increment(ref count);
    }
}
