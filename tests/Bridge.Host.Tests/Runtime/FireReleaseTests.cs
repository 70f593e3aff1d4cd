using System.Diagnostics;
using Bridge.Devices;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Runtime;

/// <summary>The short way from a fire input to the locks, on its own thread and with real time.</summary>
public sealed class FireReleaseTests
{
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Faults =>
    [
        "none",
        "the engine is stopped",
        "the engine is hung and its queue is full",
        "the journal cannot be written",
        "the broker is dead",
        "the thread pool is starved",
        "the wall clock jumps",
    ];

    [Theory, MemberData(nameof(Faults))]
    public void EveryFireDoorIsReleasedWithinASecondWhateverElseIsBroken(string fault)
    {
        using var bench = EngineBench.Running();
        bench.Fire.Start();
        var panel = new FakeLine("panel");
        var supervisor = new LineSupervisor(panel, new WiringIndex(Tower.Wiring), bench.Queue, bench.Fire, TimeProvider.System, bench.Log.For<LineSupervisor>());
        using var stop = new CancellationTokenSource();
        var running = supervisor.RunAsync(stop.Token);
        using var broken = Break(fault, bench);

        var clock = Stopwatch.StartNew();
        panel.Tell(new DeviceEvent.InputRead(Tower.FirePoint, bench.Now, PointReading.On));
        Assert.True(SpinWait.SpinUntil(() => bench.Line.Pulses.Count() == Tower.FireDoors.Count, Promise), $"{fault}: {bench.Line.Sent.Count} commands in {Promise}");
        var took = clock.Elapsed;

        Assert.Equal(Tower.FireDoors.Select(door => (door.Lock, door.HoldPulse)), bench.Line.Pulses.Select(pulse => (pulse.Point, pulse.For)));
        Assert.All(bench.Line.Sent, sent => Assert.Equal(CommandPriority.Fire, sent.Priority));
        Assert.False(running.IsCompleted);
        stop.Cancel();
        TestContext.Current.TestOutputHelper?.WriteLine($"{fault}: {Tower.FireDoors.Count} of {Tower.FireDoors.Count} doors in {took.TotalMilliseconds:0.0} ms");
    }

    [Fact]
    public async Task TheFireIsRememberedOnceTheEngineTurnsAgain()
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        bench.Fire.Start();
        bench.Fire.Trigger();
        bench.Sense(Tower.FirePoint, PointReading.On);
        await Eventually.Holds(() => bench.Line.Pulses.Count() == 2, "both doors by the short way");
        bench.Engine.TakeTurn();
        Assert.Contains("FireAlarm", bench.Kinds(before));
        Assert.Equal(4, bench.Line.Pulses.Count());
    }

    [Fact]
    public async Task APulseIsRenewedBeforeItEndsUntilTheFireIsOver()
    {
        var (fire, line, log) = Ready(TimeSpan.FromSeconds(3));
        using var running = fire;
        fire.Trigger();
        await Eventually.Holds(() => line.Pulses.Count() == 2, "the first pulses");
        var renewed = await Eventually.Holds(() => line.Pulses.Count() == 4, "renewed");
        Assert.True(renewed < TimeSpan.FromSeconds(3), $"after {renewed}, before the pulse of 3 s ended");
        fire.End();
        var sent = line.Sent.Count;
        fire.Trigger();
        await Eventually.Holds(() => line.Sent.Count >= sent + 2, "a new fire starts at once");
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task ADoorWhoseLineIsDownIsTriedUntilItIsReleasedAndToldOnce()
    {
        var (fire, line, log) = Ready(TimeSpan.FromSeconds(60));
        using var running = fire;
        var down = true;
        line.Answer = command => Task.FromResult<CommandResult>(
            down && command.Point == Tower.Lock(Tower.Stairs) ? new CommandResult.NotSent("the line is down") : CommandResult.Confirmed.Instance);
        fire.Trigger();
        await Eventually.Holds(() => Count(line, Tower.Stairs) == 3, "tried every second");
        down = false;
        await Eventually.Holds(() => log.At(LogLevel.Warning).Any(), "released");
        Assert.Contains("released now", Assert.Single(log.At(LogLevel.Warning)), StringComparison.Ordinal);
        Assert.Single(log.At(LogLevel.Error));
        Assert.Equal(1, Count(line, Tower.Lobby));
    }

    [Fact]
    public async Task ALineThatThrowsOrNeverAnswersKeepsNoOtherDoorShut()
    {
        var (fire, line, log) = Ready(TimeSpan.FromSeconds(60));
        using var running = fire;
        line.Answer = command => command.Point == Tower.Lock(Tower.Lobby)
            ? throw new InvalidOperationException("a bug")
            : new TaskCompletionSource<CommandResult>().Task;
        fire.Trigger();
        await Eventually.Holds(() => Count(line, Tower.Stairs) == 1 && Count(line, Tower.Lobby) >= 2, "both were asked, and the one that failed again");
        Assert.NotEmpty(log.At(LogLevel.Critical));
    }

    [Fact]
    public async Task TriggeredAgainAndAgainIsTheSameAsOnce()
    {
        var (fire, line, _) = Ready(TimeSpan.FromSeconds(60));
        using var running = fire;
        for (var trigger = 0; trigger < 100; trigger++)
        {
            fire.Trigger();
        }

        await Eventually.Holds(() => line.Pulses.Count() == 2, "each door once");
        fire.Trigger();
        fire.Dispose();
        fire.Trigger();
        Assert.Equal(2, line.Pulses.Count());
    }

    private static int Count(FakeLine line, Bridge.Policy.DoorId door) => line.Pulses.Count(pulse => pulse.Point == Tower.Lock(door));

    private static (FireRelease Fire, FakeLine Line, LogBook Log) Ready(TimeSpan pulse)
    {
        var (line, log, lines) = (new FakeLine(), new LogBook(), new LineSet());
        lines.Use(Tower.FireDoors.Select(door => KeyValuePair.Create(door.Lock.Device, (IDeviceLine)line)));
        var fire = new FireRelease(lines, TimeProvider.System, log.For<FireRelease>());
        fire.Use([.. Tower.FireDoors.Select(door => door with { HoldPulse = pulse })]);
        fire.Start();
        return (fire, line, log);
    }

    private static IDisposable? Break(string fault, EngineBench bench)
    {
        switch (fault)
        {
            case "the engine is hung and its queue is full":
                while (bench.Queue.TryOffer(new EngineItem.Asked(bench.Now, at => new Bridge.Policy.PolicyInput.Tick(at))))
                {
                }

                return null;
            case "the journal cannot be written":
                var disk = bench.BreakDisk();
                bench.Present(Tower.Office);
                bench.Engine.TakeTurn();
                Assert.True(bench.Monitor.Current.Degraded);
                // The office's own release is not counted.
                bench.Line.Forget();
                return disk;
            case "the thread pool is starved":
                return StarvedPool.Starve();
            case "the wall clock jumps":
                bench.Time.Jump = TimeSpan.FromDays(-20_000);
                return null;
            default:
                // The engine of the bench turns only when it is told to, and there is no broker at all.
                return null;
        }
    }
}
