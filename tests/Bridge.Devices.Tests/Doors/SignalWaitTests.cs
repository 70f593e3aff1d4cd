using System.Diagnostics;
using Bridge.Devices.Doors;
using Bridge.Devices.Profiles;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Doors;

/// <summary>The real wait of an idle line, and the ends of its life.</summary>
public sealed class SignalWaitTests
{
    [Fact]
    public void AWakeThatCameBeforeTheWaitIsNotLost()
    {
        var wait = new SignalWait();
        wait.Wake();
        var from = Stopwatch.GetTimestamp();
        wait.Wait(TimeSpan.FromSeconds(20));
        Assert.True(Stopwatch.GetElapsedTime(from) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void ItEndsByItselfAndNotEarly()
    {
        var wait = new SignalWait();
        var from = Stopwatch.GetTimestamp();
        wait.Wait(TimeSpan.FromMilliseconds(20.5));
        Assert.True(Stopwatch.GetElapsedTime(from) >= TimeSpan.FromMilliseconds(20.5));
    }

    [Fact]
    public async Task AClosedPortIsAnOpenFailureAndALineMayBeConfirmedAndDisposedAfterItsEnd()
    {
        var device = new DeviceDefinition(
            new DeviceId("lock"), 1, "generic-keypad-lock", TimeSpan.FromMilliseconds(20), null, [new PointDefinition("reader", false, null)]);
        var link = new LinkDefinition.Tcp("127.0.0.1", 1, TimeSpan.FromSeconds(2));
        var line = DriverCatalog.Create(new LineDefinition(new LineId("line"), "modbusTcp", link, [device]), ProfileCatalog.Shipped, TimeProvider.System);
        var heard = new List<DeviceEvent>();
        var stop = TestContext.Current.CancellationToken;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.IsType<LineEnd.OpenFailed>(await line.RunAsync(Hear, stop));
        }

        Assert.IsType<DeviceEvent.Offline>(Assert.Single(heard));
        await line.DisposeAsync();
        line.Confirm(new PointId(new DeviceId("lock"), "reader"), 1);
        var late = new DeviceCommand.SwitchOff(new PointId(new DeviceId("lock"), "lock"));
        Assert.IsType<CommandResult.NotSent>(await line.ExecuteAsync(late, CommandPriority.Lock, TimeSpan.FromSeconds(1), stop));
        await line.DisposeAsync();

        bool Hear(DeviceEvent happened)
        {
            heard.Add(happened);
            return true;
        }
    }
}
