using Bridge.Devices.Modbus;
using static Bridge.Devices.Tests.Doors.DoorLineBench;

namespace Bridge.Devices.Tests.Doors;

/// <summary>Commands for a dead unit wait; those for its neighbours on the same line do not.</summary>
public sealed class SilentNeighbourTests(ITestOutputHelper output)
{
    private const int Rounds = 5;
    private const byte Dead = 1;
    private const byte Healthy = 2;
    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    /// <summary>One transaction that may be running, with the full patience of a shared line.</summary>
    private static readonly TimeSpan OneTransaction = TimeSpan.FromMilliseconds(350);

    [Theory]
    [InlineData(ModbusFraming.Rtu, 20, "a dead board on a wire")]
    [InlineData(ModbusFraming.RtuOverTcp, 20, "a dead board behind a serial server, where a late answer is awaited for 2 s")]
    [InlineData(ModbusFraming.Rtu, 1.01, "it died this moment and nobody knows yet")]
    [InlineData(ModbusFraming.RtuOverTcp, 1.01, "the same behind a serial server")]
    public void AFireReleaseReachesTheAnsweringDoorAndTheDeadBoardIsTriedOnceARound(ModbusFraming framing, double from, string why)
    {
        var bench = new DoorLineBench { Framing = framing };
        bench.AddMemory(Dead, "waveshare-relay-8", [.. Enumerable.Range(1, 8).Select(relay => $"relay{relay}")]);
        bench.AddKeypad(Healthy);
        bench.Wire.At(TimeSpan.FromSeconds(1), () => bench.Wire.Units[Dead].IsDead = true);
        for (var round = 0; round < Rounds; round++)
        {
            bench.Wire.At(TimeSpan.FromSeconds(from + round), () => Release(bench));
        }

        bench.Run(from + Rounds + 1);
        var waits = Enumerable.Range(0, Rounds).Select(round => Sent(bench, Healthy, from + round) - TimeSpan.FromSeconds(from + round)).ToList();
        var asked = bench.Wire.Requests.Count(request => request.Frame[0] == Dead && request.At >= TimeSpan.FromSeconds(from));
        output.WriteLine($"{why}: {Rounds} releases of the healthy door sent after {string.Join(", ", waits.Select(wait => $"{wait.TotalMilliseconds:0}"))} ms; "
            + $"the dead board was asked {asked} times");
        Assert.All(waits, wait => Assert.True(wait <= OneTransaction, $"{why}: sent after {wait}"));
        Assert.InRange(asked, 1, 2 * Rounds); // A try a round, and the probes of the polls.
    }

    [Fact]
    public void ALockCommandOfAnAnsweringUnitGoesBeforeThatOfASilentOne()
    {
        var bench = new DoorLineBench();
        bench.AddKeypad(Dead);
        bench.AddKeypad(Healthy);
        bench.Wire.At(TimeSpan.FromSeconds(1), () => bench.Wire.Units[Dead].IsDead = true);
        bench.Wire.At(TimeSpan.FromSeconds(1.35), () =>
        {
            _ = bench.Execute(new DeviceCommand.Pulse(Point(Dead, "lock"), FiveSeconds));
            _ = bench.Execute(new DeviceCommand.Pulse(Point(Healthy, "lock"), FiveSeconds));
        });
        bench.Run(4);
        var wait = Sent(bench, Healthy, 1.35) - TimeSpan.FromSeconds(1.35);
        Assert.True(wait < TimeSpan.FromMilliseconds(20), $"sent after {wait}");
    }

    private static void Release(DoorLineBench bench)
    {
        for (var relay = 1; relay <= 8; relay++)
        {
            _ = bench.Execute(new DeviceCommand.Pulse(Point(Dead, $"relay{relay}"), FiveSeconds), CommandPriority.Fire, 2000);
        }

        _ = bench.Execute(new DeviceCommand.Pulse(Point(Healthy, "lock"), FiveSeconds), CommandPriority.Fire, 2000);
    }

    private static TimeSpan Sent(DoorLineBench bench, byte unit, double from) =>
        bench.Wire.Requests.First(request => request.Frame[0] == unit && request.Frame[1] == 6 && request.At >= TimeSpan.FromSeconds(from)).At;
}
