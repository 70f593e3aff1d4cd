using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>Eight readers on one line of 9600 bits per second, and what one of them may cost the others.</summary>
public sealed class NeighbourTests(ITestOutputHelper output)
{
    private const double Quiet = 8;
    private const double Measured = 40;

    [Conformance(63, "One dead, slow, busy and refusing among 8: the others bounded and stated")]
    [Fact]
    public void One_dead_one_slow_one_busy_and_one_refusing_among_eight_leave_the_others_a_bounded_interval()
    {
        var healthy = Intervals(_ => { });
        var troubled = Intervals(bench =>
        {
            bench.Unplugged.Add(1);
            bench.Readers[2].SetFaults(new ReaderFaults { Delay = 1, DelayBy = TimeSpan.FromMilliseconds(187) });
            bench.Readers[3].SetFaults(new ReaderFaults { Busy = -1 });
            bench.Readers[4].SetFaults(new ReaderFaults { Refuse = new Dictionary<byte, byte> { [0x60] = 3 } });
        });
        output.WriteLine($"8 readers, secure, 9600 bit/s: all well, longest interval {healthy.Longest:0} ms, mean {healthy.Mean:0} ms; "
            + $"one dead, one slow, one busy, one refusing: longest {troubled.Longest:0} ms, mean {troubled.Mean:0} ms");

        // The formula of docs/drivers/osdp-line.md: each of the others once. 1 ms for the half replies of the bench and for rounding.
        var well = Exchange(15, 14, 3);
        var bound = (4 * well) + Exchange(15, 0, 250) + Exchange(15, 14, 190) + Exchange(15, 8, 3) + 20 + Exchange(31, 62, 3) + 1;
        output.WriteLine($"bounds: {8 * well:0.0} and {bound:0.0} ms");
        Assert.InRange(healthy.Longest, well, (8 * well) + 1);
        Assert.InRange(troubled.Longest, healthy.Longest + 190, bound);
    }

    [Fact]
    public void A_dead_reader_is_probed_at_growing_distances_and_never_twice_in_a_row()
    {
        var bench = Eight();
        bench.Unplugged.Add(1);
        bench.Unplugged.Add(2);
        bench.Run(60);
        var probes = bench.Sent(1).Where(sent => sent.At > TimeSpan.FromSeconds(2)).Select(sent => sent.At.TotalSeconds).ToList();
        Assert.InRange(probes.Count, 5, 12);
        Assert.All(probes.Zip(probes.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0.9, 11));
        var order = bench.Wire.Requests.Where(request => request.At > TimeSpan.FromSeconds(5)).Select(request => request.Frame[2]).ToList();
        Assert.DoesNotContain(order.Zip(order.Skip(1)), pair => pair is { First: 1 or 2, Second: 1 or 2 });
    }

    [Fact]
    public void Readers_take_turns()
    {
        var bench = Eight();
        bench.Run(Quiet + Measured);
        var counts = bench.Readers.Keys.Select(address => bench.Sent(address).Count(sent => sent.At.TotalSeconds > Quiet)).ToList();
        output.WriteLine($"exchanges in {Measured} s: {string.Join(", ", counts)}");
        Assert.True(counts.Max() - counts.Min() <= 2, string.Join(", ", counts));
    }

    [Fact]
    public async Task A_command_waits_for_one_exchange_at_most()
    {
        var bench = Eight();
        Task<CommandResult>? result = null;
        bench.After(10, () => result = bench.Execute(new DeviceCommand.Pulse(ReaderBench.Point(8, "output1"), TimeSpan.FromSeconds(1))));
        bench.Run(12);
        Assert.IsType<CommandResult.Confirmed>(await result!);
        Assert.InRange((bench.Sent(8).Single(sent => sent.Command.Code == 0x68).At - TimeSpan.FromSeconds(10)).TotalMilliseconds, 0, 60);
    }

    [Conformance(41, "Card flood on one reader: bounded queue, others unchanged")]
    [Fact]
    public void A_flood_of_cards_at_one_reader_leaves_the_others_their_turns()
    {
        var bench = Eight();
        for (var card = 0; card < 1000; card++)
        {
            bench.After(Quiet + (card * 0.02), () => bench.Readers[1].PresentCard("10111011000000110010000110"));
        }

        bench.Run(Quiet + 20);
        var times = bench.Sent(5).Select(sent => sent.At.TotalMilliseconds).Where(at => at > Quiet * 1000).ToList();
        Assert.True(times.Zip(times.Skip(1)).Max(pair => pair.Second - pair.First) < 8 * 60);
        Assert.True(bench.Of<DeviceEvent.CredentialRead>().Count() > 20);
    }

    /// <summary>Milliseconds at 9600 bits per second, with two idle characters before the command.</summary>
    private static double Exchange(int command, int reply, double turnaround) => ((command + reply + 2) * 10 / 9.6) + turnaround;

    private static (double Longest, double Mean) Intervals(Action<ReaderBench> trouble)
    {
        var bench = Eight();
        bench.After(Quiet, () => trouble(bench));
        bench.Run(Quiet + Measured);
        var gaps = new List<double>();
        foreach (var address in new byte[] { 5, 6, 7, 8 })
        {
            var times = bench.Sent(address).Where(sent => sent.At.TotalSeconds > Quiet).Select(sent => sent.At.TotalMilliseconds).ToList();
            gaps.AddRange(times.Zip(times.Skip(1)).Select(pair => pair.Second - pair.First));
        }

        Assert.True(gaps.Count > 200, $"only {gaps.Count} intervals");
        return (gaps.Max(), gaps.Average());
    }

    private static ReaderBench Eight()
    {
        var bench = new ReaderBench { PollInterval = TimeSpan.FromMilliseconds(50) };
        for (byte address = 1; address <= 8; address++)
        {
            bench.Add(address);
        }

        return bench;
    }
}
