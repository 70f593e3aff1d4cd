using Bridge.Devices;
using Bridge.Devices.Intercoms;
using Bridge.Host.Tests.Runtime.Support;

namespace Bridge.Host.Tests.Runtime;

/// <summary>An intercom forgets a message only when it is on disk.</summary>
public sealed class IntercomReceiptTests
{
    private static readonly PointId Panel = new(Tower.Point(Tower.Lobby, "lock").Device, "P1");

    [Fact]
    public void AMessageIsConfirmedAfterItsTurnAndOneThatNobodyKeepsIsNot()
    {
        using var bench = EngineBench.Running();
        bench.Tell(new DeviceEvent.IntercomCall(Panel, bench.Now, "17", 1, IntercomCallKind.Started) { Number = 5 });
        bench.Tell(new DeviceEvent.IntercomHealth(Panel, bench.Now, 2, IntercomCondition.Tamper, IsOn: true) { Number = 6 });
        bench.Tell(new DeviceEvent.IntercomCall(Panel, bench.Now, "17", 0, IntercomCallKind.Ended));
        Assert.Empty(bench.Line.Confirmed);
        bench.Engine.TakeTurn();
        Assert.Equal([(Panel, 5u), (Panel, 6u)], bench.Line.Confirmed);
    }
}
