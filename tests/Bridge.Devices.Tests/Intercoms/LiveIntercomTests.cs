using System.Collections.Concurrent;
using System.Diagnostics;
using Bridge.Devices.Profiles;
using Bridge.Devices.Transport;
using Bridge.Simulators.Building;
using Bridge.Simulators.Intercoms;
using Kind = Bridge.Devices.Intercoms.IntercomCallKind;

namespace Bridge.Devices.Tests.Intercoms;

/// <summary>The serial driver before a simulated intercom over a real pseudo-terminal and a real socket, in real time.</summary>
public sealed class LiveIntercomTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly PointId Panel = new(new DeviceId("gate"), "P1");
    private readonly ConcurrentQueue<DeviceEvent> _heard = new();

    [Theory]
    [InlineData(LineKind.IntercomPty)]
    [InlineData(LineKind.IntercomTcp)]
    public async Task TheHostDialsTheUnitAnswersAndUnlocksAndNothingIsLeftUnacknowledged(LineKind kind)
    {
        Assert.SkipUnless(kind != LineKind.IntercomPty || OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");
        var stop = TestContext.Current.CancellationToken;
        await using var world = WorldBuilder.Build(
            new WorldPlan([new LinePlan("calls", kind, [new DevicePlan("gate", 1, DeviceModel.SerialIntercom)])], [], null), TimeProvider.System);
        world.Start();
        world.Intercoms["gate"].Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 0.2, UnlocksAfter: 0.1, Talks: 0.3));
        await using var line = DriverCatalog.Create(Definition(world, kind), ProfileCatalog.Shipped, TimeProvider.System);
        var running = line.RunAsync(told => Hear(told, line), stop);
        await Until(heard => heard.OfType<DeviceEvent.Online>().Any(), stop);
        Assert.IsType<CommandResult.Confirmed>(
            await line.ExecuteAsync(new DeviceCommand.Dial(Panel, "1203"), CommandPriority.Indicator, TimeSpan.FromSeconds(2), stop));
        await Until(heard => Calls(heard).Any(call => call.Kind == Kind.Ended), stop);
        Assert.Equal("Started Ringing Answered UnlockRequested Ended", string.Join(' ', Calls(_heard).Select(call => call.Kind)));

        world.Intercoms["gate"].Board.Call("P1", "1204");
        await Until(heard => Calls(heard).Count(call => call.Kind == Kind.Ringing) == 2, stop);
        await Until(_ => ((SerialIntercom)world.Intercoms["gate"]).Kept == 0, stop);
        world.Lines["calls"].Unplug();
        Assert.IsType<LineEnd.LinkLost>(await running.WaitAsync(Patience, stop));
        Assert.Equal(Devices.Intercoms.IntercomEndReason.Fault, Calls(_heard).Last().Reason);
    }

    private static IEnumerable<DeviceEvent.IntercomCall> Calls(IEnumerable<DeviceEvent> heard) => heard.OfType<DeviceEvent.IntercomCall>();

    private static LineDefinition Definition(World world, LineKind kind)
    {
        var address = world.Lines["calls"].Address;
        LinkDefinition link = kind == LineKind.IntercomPty
            ? new LinkDefinition.Serial(address, 9600, SerialParity.None, 8, 1, false, false, false, false)
            : new LinkDefinition.Tcp(address.Split(':')[0], int.Parse(address.Split(':')[1], null), TimeSpan.FromSeconds(1));
        var device = new DeviceDefinition(Panel.Device, 1, "", TimeSpan.Zero, null, [new PointDefinition("P1", false, null)]);
        return new LineDefinition(new LineId("calls"), kind == LineKind.IntercomPty ? "intercomSerial" : "intercomTcp", link, [device]);
    }

    // As the host does it: what is taken is stored a moment later, on another thread.
    private bool Hear(DeviceEvent told, IDeviceLine line)
    {
        _heard.Enqueue(told);
        if (told is DeviceEvent.IntercomCall { Number: not 0 } call)
        {
            _ = Task.Run(() => line.Confirm(call.Panel, call.Number));
        }

        return true;
    }

    private async Task Until(Func<IEnumerable<DeviceEvent>, bool> holds, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        var from = Stopwatch.GetTimestamp();
        while (!holds(_heard))
        {
            Assert.True(Stopwatch.GetElapsedTime(from) < Patience, $"heard: {string.Join("; ", _heard.TakeLast(20))}");
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
