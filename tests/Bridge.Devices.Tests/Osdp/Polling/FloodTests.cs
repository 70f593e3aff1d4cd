using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>A reader that attacks for hours: what it may cost its neighbour and the host.</summary>
public sealed class FloodTests(ITestOutputHelper output)
{
    private const byte Attacker = 5;
    private const byte Neighbour = 6;
    private const byte Challenge = 0x76;
    private const double Hour = 3600;

    /// <summary>One exchange with the neighbour and one that stays without a reply, at 9600 bits per second, beside the poll interval.</summary>
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMilliseconds(1000 + 36 + 270 + 110);

    [Conformance(61, "S12: 1000 failed handshakes: at most one a minute, the neighbour and the host unharmed")]
    [Fact]
    public void A_thousand_failed_handshakes_harm_nobody()
    {
        var bench = Two();
        bench.After(5, () =>
        {
            bench.Readers[Attacker].SetFaults(new ReaderFaults { WrongCryptogram = true });
            bench.Readers[Attacker].Reboot();
        });
        var challenges = Attacked(bench, hours: 17);
        output.WriteLine($"{challenges} challenges, {bench.Figures(Attacker).SecurityFailures} failures, {bench.Events.Count} events in 17 hours");
        Assert.InRange(bench.Figures(Attacker).SecurityFailures, 1000, (17 * 60) + 10);
    }

    [Conformance(61, "S12: forged replies for an hour")]
    [Fact]
    public void Forged_replies_harm_nobody()
    {
        var bench = Two();
        bench.After(5, () => bench.Readers[Attacker].SetFaults(new ReaderFaults { CorruptMac = 1 }));
        Attacked(bench, hours: 1);
        Assert.InRange(bench.Figures(Attacker).SecurityFailures, 50, 70);
    }

    [Conformance(61, "S12: oversized lengths for an hour")]
    [Theory]
    [InlineData("length FFFF", "5385FFFF0440")]
    [InlineData("a card of 65535 bits", "5385100005500001FFFFBB032180")]
    [InlineData("a card of 65535 bits in a frame as long as can be", "5385A00505500001FFFFBB032180")]
    public void Oversized_lengths_harm_nobody(string why, string beginning)
    {
        var bench = Two();
        bench.Instead = command =>
        {
            if (command.Address != Attacker || bench.Wire.Now < TimeSpan.FromSeconds(5))
            {
                return null;
            }

            var frame = Convert.FromHexString(beginning + "0000");
            frame[4] = (byte)((frame[4] & ~3) | command.Sequence);
            return PlainFrame.WithCrc(frame);
        };
        Attacked(bench, hours: 1);
        output.WriteLine($"{why}: {bench.Figures(Attacker)}");
        Assert.DoesNotContain(bench.Of<DeviceEvent.CredentialRead>(), read => read.Point.Device == ReaderBench.Device(Attacker));
    }

    /// <summary>Runs, and gives how many handshakes the attacker was offered.</summary>
    private static int Attacked(ReaderBench bench, int hours)
    {
        var challenges = 0;
        var longest = TimeSpan.Zero;
        var before = TimeSpan.Zero;
        void Look()
        {
            challenges += bench.Sent(Attacker).Count(sent => sent.Command.Code == Challenge);
            foreach (var (at, _) in bench.Sent(Neighbour).Where(sent => sent.At > TimeSpan.FromSeconds(5)))
            {
                longest = before > TimeSpan.Zero && at - before > longest ? at - before : longest;
                before = at;
            }

            bench.Wire.Requests.Clear();
            bench.Replies.Clear();
        }

        for (var minute = 10; minute < hours * 60; minute += 10)
        {
            bench.After(minute * 60, Look);
        }

        Assert.IsType<LineEnd.Stopped>(bench.Run(hours * Hour));
        Look();
        Assert.True(longest < LongestInterval, $"the neighbour waited {longest.TotalMilliseconds:0} ms");
        Assert.Equal((1, 0), (bench.Figures(Neighbour).Handshakes, bench.Figures(Neighbour).Silences));
        Assert.True(bench.Events.Count < 12 * 60 * hours, $"{bench.Events.Count} events");
        Assert.True(challenges < (60 * hours) + 20, $"{challenges} handshakes");
        return challenges;
    }

    private static ReaderBench Two()
    {
        var bench = new ReaderBench { PollInterval = TimeSpan.FromSeconds(1) };
        bench.Add(Attacker);
        bench.Add(Neighbour);
        return bench;
    }
}
