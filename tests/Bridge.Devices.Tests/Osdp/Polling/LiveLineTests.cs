using System.Diagnostics;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>The line against paced simulated readers over real links, in real time.</summary>
public sealed class LiveLineTests(ITestOutputHelper output)
{
    private const string Card = "10111011000000110010000110";

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Cards_are_told_and_locks_are_pulsed(bool isSerial, bool isSecure)
    {
        Assert.SkipUnless(!isSerial || OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");
        var stop = TestContext.Current.CancellationToken;
        await using var live = new LiveLine(isSerial, isSecure, 38400, readers: 3, TimeSpan.FromMilliseconds(50));
        live.Start();
        await live.Until(heard => heard.OfType<DeviceEvent.Online>().Count() == 3, stop);
        var took = new List<double>();
        for (var card = 0; card < 20; card++)
        {
            var seen = live.Heard.OfType<DeviceEvent.CredentialRead>().Count();
            var at = Stopwatch.GetTimestamp();
            live.Readers[card % 3].PresentCard(Card);
            await live.Until(heard => heard.OfType<DeviceEvent.CredentialRead>().Count() > seen, stop);
            took.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            var pulse = new DeviceCommand.Pulse(ReaderBench.Point((byte)(card % 3), "output1"), TimeSpan.FromSeconds(0.1));
            Assert.IsType<CommandResult.Confirmed>(await live.Line.ExecuteAsync(pulse, CommandPriority.Lock, TimeSpan.FromSeconds(1), stop));
        }

        took.Sort();
        output.WriteLine($"serial {isSerial}, secure {isSecure}, 3 readers at 38400 bit/s, 50 ms: card to event p50 {took[10]:0.0} ms, max {took[^1]:0.0} ms; "
            + string.Join("; ", live.Line.Peripherals));
        Assert.Equal(20, live.Heard.OfType<DeviceEvent.CredentialRead>().Count());
        Assert.Equal(20, live.Readers.Sum(reader => reader.Outputs["output1"].Activations.Sum(activation => activation.Commands)));
        Assert.Equal(isSecure, live.Readers.TrueForAll(reader => reader.IsInSession));
    }

    [Conformance(62, "Per-reader interval as the line speed allows, with paced readers")]
    [Theory]
    [InlineData(9600, false, 1)]
    [InlineData(9600, true, 1)]
    [InlineData(38400, true, 8)]
    [InlineData(115200, true, 8)]
    public async Task The_line_is_used_as_far_as_its_speed_goes(int baud, bool isSecure, int readers)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");
        var stop = TestContext.Current.CancellationToken;
        await using var live = new LiveLine(isSerial: true, isSecure, baud, readers, TimeSpan.FromMilliseconds(5));
        live.Start();
        await live.Until(heard => heard.OfType<DeviceEvent.Online>().Count() == readers, stop);
        var before = live.Line.Statistics.Transactions;
        var at = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(2), stop);
        var rate = (live.Line.Statistics.Transactions - before) / Stopwatch.GetElapsedTime(at).TotalSeconds;
        var bytes = (isSecure ? 14 : 8) * 2;
        var character = 10.0 / baud;
        var limit = 1 / (((bytes + 1) * character) + Math.Max(0.003, 2 * character) + (2 * character));
        output.WriteLine($"{baud} bit/s, secure {isSecure}, {readers} readers: {rate:0.0} exchanges/s of {limit:0.0} ({rate / limit:0.000})");

        // The figure is for the benchmarks, on a machine of their own; a line that waits for something it should not is far below this.
        Assert.True(rate > 0.15 * limit, $"{rate} of {limit}");
    }

    [Conformance(65, "Serial port vanishes and returns: opened again, all readers back")]
    [Fact]
    public async Task A_port_that_is_pulled_out_and_put_back_is_used_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");
        var stop = TestContext.Current.CancellationToken;
        await using var live = new LiveLine(isSerial: true, isSecure: true, 115200, readers: 2, TimeSpan.FromMilliseconds(20));
        live.Start();
        for (var round = 1; round <= 10; round++)
        {
            await live.Until(heard => heard.OfType<DeviceEvent.Online>().Count() == 2 * round, stop);
            live.Link.Unplug();
            Assert.IsType<LineEnd.LinkLost>(await live.Ended(stop));
            live.Link.Replug();
            live.Run();
        }

        Assert.Equal(20, live.Heard.OfType<DeviceEvent.Offline>().Count());
    }
}
