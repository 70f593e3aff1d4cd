using System.Diagnostics;
using Bridge.Simulators.Building;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Lines;

namespace Bridge.Simulators.Tests.Osdp;

/// <summary>A reader hears a host that has set its terminal to the reader's own speed, and no other.</summary>
public sealed class TerminalSpeedTests
{
    [Fact]
    public async Task AReaderHearsItsOwnSpeedAndMovesToAnother()
    {
        ReaderHost.SkipWithoutTerminals(LineKind.OsdpPty);
        var stop = TestContext.Current.CancellationToken;
        var pace = new LinePace { BitsPerSecond = 9600, FollowsTerminal = true };
        var readers = new DevicePlan[] { new("slow", 5, DeviceModel.OsdpReader), new("fast", 6, DeviceModel.OsdpReader, Osdp: new OsdpPlan(BitsPerSecond: 115200)) };
        await using var world = WorldBuilder.Build(new WorldPlan([new LinePlan("line", LineKind.OsdpPty, readers, Pace: pace)], [], null), TimeProvider.System);
        world.Start();
        var path = world.Lines["line"].Address;
        await using var host = await ReaderHost.ConnectAsync(world.Lines["line"], stop);
        await SetSpeedAsync(path, 9600, stop);
        Assert.Contains(" 40 ", await host.AskAsync("60", 5, stop), StringComparison.Ordinal);

        await SetSpeedAsync(path, 115200, stop);
        await host.SendAsync("61 00", 5, stop);
        host.Restart();
        // The answer is the fast reader's: the slow one has not heard the command before it.
        Assert.StartsWith("53 86", await host.AskAsync("60", 6, stop), StringComparison.Ordinal);
        Assert.Equal(1, world.Readers["slow"].Requests);

        await SetSpeedAsync(path, 9600, stop);
        host.Restart();
        await host.AskAsync("60", 5, stop);
        Assert.Contains(" 54 05 00 c2 01 00 ", await host.AskAsync("6e 05 00 c2 01 00", 5, stop), StringComparison.Ordinal);
        await SetSpeedAsync(path, 115200, stop);
        host.Restart();
        Assert.Contains(" 40 ", await host.AskAsync("60", 5, stop), StringComparison.Ordinal);
    }

    private static async Task SetSpeedAsync(string path, int speed, CancellationToken cancellation)
    {
        using var stty = Process.Start("stty", ["-F", path, $"{speed}"]);
        await stty.WaitForExitAsync(cancellation);
        Assert.Equal(0, stty.ExitCode);
    }
}
