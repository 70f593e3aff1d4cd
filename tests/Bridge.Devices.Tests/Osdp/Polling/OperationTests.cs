using Bridge.Devices.Transport;
using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>Starting and stopping, clocks that are set, and readers that refuse for ever.</summary>
public sealed class OperationTests(ITestOutputHelper output)
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromMilliseconds(500);

    [Conformance(67, "1000 starts and stops, half of them while a dead reader is waited for: the port released each time, stopped in 500 ms")]
    [Fact]
    public void A_thousand_stops_release_the_port_in_time()
    {
        var bench = new ReaderBench();
        bench.Add(5);
        bench.Add(6);
        var slowest = TimeSpan.Zero;
        for (var round = 1; round <= 1000; round++)
        {
            // Another step of the contact each time, and a reader that is dead in every second round.
            var length = 0.01 + (0.013 * (round % 61));
            if (round % 2 == 0)
            {
                bench.Unplugged.Add(5);
            }
            else
            {
                bench.Unplugged.Remove(5);
            }

            var began = bench.Wire.Now;
            Assert.IsType<LineEnd.Stopped>(bench.Run(length));
            var late = bench.Wire.Now - began - TimeSpan.FromSeconds(length);
            slowest = late > slowest ? late : slowest;
            Assert.Equal((round, round), (bench.Speeds.Count, bench.Wire.Releases));
            bench.Wire.Requests.Clear();
        }

        output.WriteLine($"1000 rounds, the slowest stop {slowest.TotalMilliseconds:0} ms after it was asked for");
        Assert.InRange(slowest, TimeSpan.FromMilliseconds(100), StopLimit);
    }

    [Conformance(67, "Starts and stops at a pseudo-terminal: no handle is left, and the port can be had again")]
    [Fact]
    public async Task A_stopped_line_keeps_no_handle_of_its_port()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");
        await using var live = new LiveLine(isSerial: true, isSecure: true, 115200, readers: 1, TimeSpan.FromMilliseconds(5));
        live.Prepare();
        var port = ((LinkDefinition.Serial)live.Definition.Link).Port;
        var before = Handles(port);
        for (var round = 1; round <= 30; round++)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var running = live.Run(stop.Token);
            await live.Until(heard => heard.OfType<DeviceEvent.Online>().Count() == round, stop.Token);
            Assert.Equal(before + 1, Handles(port));
            await stop.CancelAsync();
            Assert.IsType<LineEnd.Stopped>(await running);
            Assert.Equal(before, Handles(port));
        }
    }

    [Conformance(68, "Clock set forward and back by an hour: no effect")]
    [Fact]
    public void A_clock_that_is_set_changes_nothing()
    {
        var steady = Happened(_ => { });
        Assert.Contains(steady, line => line.Contains("CredentialRead", StringComparison.Ordinal));
        Assert.Equal(steady, Happened(time => time.Wall += TimeSpan.FromHours(1)));
        Assert.Equal(steady, Happened(time => time.Wall -= TimeSpan.FromHours(1)));
        Assert.NotEqual(steady, Happened(time => time.Monotonic += TimeSpan.FromHours(1)));
    }

    [Conformance(69, "NAK storm for an hour: remarks bounded, no key and no PIN in any of them")]
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(9)]
    public void A_reader_that_refuses_for_an_hour_does_not_fill_the_host(byte nak)
    {
        const int minutes = 60;
        const string pin = "864209";
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        bench.After(1.5, () => reader.EnterPin(pin));
        bench.After(3, () => reader.SetFaults(new ReaderFaults { Refuse = new Dictionary<byte, byte> { [0x60] = nak } }));
        for (var minute = 1; minute < minutes; minute++)
        {
            bench.After(60 * minute, () => reader.EnterPin(pin));
            bench.After(60 * minute, bench.Wire.Requests.Clear);
        }

        bench.Run(60 * minutes);
        var texts = bench.Events.Where(each => each is not DeviceEvent.CredentialRead).Select(each => each.ToString()!).ToList();
        output.WriteLine($"NAK {nak}: {bench.Figures(5).Naks} refusals, {texts.Count} events in {minutes} minutes");
        Assert.True(bench.Figures(5).Naks >= 50, $"only {bench.Figures(5).Naks} refusals: no storm");
        Assert.InRange(texts.Count, 3, 12 * minutes);
        string[] secrets = [pin, Convert.ToHexString(ReaderBench.Key(5)), Convert.ToBase64String(ReaderBench.Key(5))];
        Assert.DoesNotContain(texts, text => secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(bench.Of<DeviceEvent.CredentialRead>(), read => read.Credential is CredentialData.Pin { Digits: pin });
    }

    /// <summary>Everything on the wire and everything told, with its moment, when something happens to the clock twice.</summary>
    private static List<string> Happened(Action<JumpingTime> happens)
    {
        var bench = new ReaderBench();
        var time = new JumpingTime(bench.Time);
        bench.LineTime = time;
        var reader = bench.Add(5);
        bench.After(3, () => happens(time));
        bench.After(4, () => reader.PresentCard("10111011000000110010000110"));
        bench.After(6, () => happens(time));
        bench.Run(12);
        return
        [
            .. bench.Sent(5).Select(sent => $"{sent.At.TotalMilliseconds:0.000} {sent.Command.Code:X2} {sent.Command.Sequence} {sent.Command.Bytes.Length}"),
            .. bench.Events.Select(each => each is DeviceEvent.CredentialRead read ? $"{read.GetType().Name} {read.Number} {read.QueuedWhileOffline}" : each.GetType().Name),
        ];
    }

    private static int Handles(string port)
    {
        var terminal = File.ResolveLinkTarget(port, returnFinalTarget: true)!.FullName;
        return Directory.GetFiles("/proc/self/fd").Count(handle => Target(handle) == terminal);
    }

    private static string? Target(string handle)
    {
        try
        {
            return File.ResolveLinkTarget(handle, returnFinalTarget: false)?.FullName;
        }
        catch (IOException)
        {
            // Somebody else's, closed meanwhile.
            return null;
        }
    }
}
