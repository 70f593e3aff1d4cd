using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>After a missing or broken answer a serial line is brought back into step before anything else is believed.</summary>
public sealed class QuarantineTests
{
    private static readonly TimeSpan OnTheWire = MasterBench.Timing(ModbusFraming.Rtu).CharacterTime * 8;

    /// <summary>Twice the time-out, and never less than this.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(500);

    [Fact]
    public void Nothing_is_sent_until_a_late_reply_has_had_its_time()
    {
        var bench = Silent();
        Assert.Equal("TimedOut", Read(bench, 100));
        bench.Link.Arrive(TimeSpan.FromMilliseconds(42), Frames.Serial([1, 3, 2, 0, 100]));
        bench.Otherwise = HonestUnit.Answer;

        Assert.Equal("Ok 1: 101", Read(bench, 101));
        Assert.Equal(bench.Sent[0].At + OnTheWire + Window, bench.Sent[1].At);
        Assert.StartsWith("01 08 00 00", bench.Sent[1].Frame, StringComparison.Ordinal);
        Assert.Equal("Timeouts 1, StrayBytes 7", bench.Counts);
        Assert.Equal((3, 1), (bench.Master.Counters.Transactions, bench.Master.Counters.Quarantines));

        // In step again: no window, no probe.
        Assert.Equal("Ok 1: 102", Read(bench, 102));
        Assert.Equal(4, bench.Sent.Count);
    }

    [Fact]
    public void A_reply_later_than_the_window_is_not_the_probes_and_not_the_next_ones()
    {
        var bench = Silent();
        Read(bench, 100);
        bench.Otherwise = HonestUnit.Answer;
        bench.PlanBytes($"{Frames.Text(Frames.Serial([1, 3, 2, 0, 100]))} | +60 {Loopback(bench)}");
        Assert.Equal("TimedOut", Read(bench, 101));
        Assert.Equal("Ok 1: 102", Read(bench, 102));
    }

    [Fact]
    public void Bytes_during_the_window_make_it_longer_until_there_is_silence()
    {
        var bench = Silent();
        Read(bench, 100);
        bench.Otherwise = HonestUnit.Answer;
        var last = bench.Sent[0].At + OnTheWire + Window - TimeSpan.FromMilliseconds(10);
        bench.Link.Arrive(last - bench.Now, 0x55);
        Assert.Equal("Ok 1: 101", Read(bench, 101));
        Assert.Equal(last + TimeSpan.FromMilliseconds(50), bench.Sent[1].At);
    }

    [Theory]
    [InlineData("a broken frame", "01 03 02 00 65 00 00")]
    [InlineData("half a frame", "01 03 02")]
    [InlineData("another unit's", "02 03 02 00 65 3C 6F")]
    public void Whatever_is_not_the_answer_has_the_same_consequence(string why, string bytes)
    {
        var bench = Silent();
        bench.PlanBytes(bytes);
        Assert.True(Read(bench, 100) is "Garbled" or "TimedOut", why);
        bench.Otherwise = HonestUnit.Answer;
        Assert.Equal("Ok 1: 101", Read(bench, 101));
        Assert.Equal(bench.Sent[0].At + OnTheWire + Window, bench.Sent[1].At);
        Assert.Equal(1, bench.Master.Counters.Quarantines);
    }

    [Fact]
    public void A_longer_patience_has_a_longer_window()
    {
        var bench = Silent();
        bench.Master.ReadBits(1, ModbusTable.Coils, 0, new bool[1], new ModbusCallOptions(TimeSpan.FromMilliseconds(700)));
        bench.Otherwise = HonestUnit.Answer;
        Assert.Equal("Ok 1: 101", Read(bench, 101));
        Assert.Equal(bench.Sent[0].At + OnTheWire + TimeSpan.FromMilliseconds(1400), bench.Sent[1].At);
    }

    [Fact]
    public void A_write_after_a_missing_answer_goes_out_only_when_the_probe_is_answered()
    {
        var bench = Silent();
        Read(bench, 100);
        Assert.Equal(ModbusOutcome.NotSent, bench.Master.WriteCoil(1, 0, 0xFF00).Outcome);
        Assert.Equal(2, bench.Sent.Count);

        bench.Otherwise = HonestUnit.Answer;
        Assert.Equal(ModbusOutcome.Ok, bench.Master.WriteCoil(1, 0, 0xFF00).Outcome);
        Assert.Equal(["01 05 00 00 FF 00 8C 3A"], bench.Sent.Skip(3).Select(sent => sent.Frame));
    }

    [Fact]
    public void On_the_lines_quarantine_neighbours_wait_and_need_no_probe()
    {
        var bench = Silent();
        Read(bench, 100);
        bench.Otherwise = HonestUnit.Answer;
        Assert.Equal("Ok 8: 11111111", SpokenCalls.Bits(bench.Master, 2, ModbusTable.Coils, 0, 8));
        Assert.Equal(bench.Sent[0].At + OnTheWire + Window, bench.Sent[1].At);
        Assert.Equal(2, bench.Sent.Count);
    }

    [Fact]
    public void On_the_units_own_quarantine_neighbours_wait_for_silence_only()
    {
        var timing = MasterBench.Timing(ModbusFraming.Rtu) with { ReadRetries = 0, QuarantineScope = QuarantineScope.Unit };
        var bench = MasterBench.Create(ModbusFraming.Rtu, timing);
        Read(bench, 100);
        var gaveUp = bench.Now;
        bench.Otherwise = HonestUnit.Answer;
        Assert.Equal("Ok 8: 11111111", SpokenCalls.Bits(bench.Master, 2, ModbusTable.Coils, 0, 8));
        Assert.Equal(gaveUp, bench.Sent[1].At);

        Assert.Equal("Ok 1: 101", Read(bench, 101));
        Assert.Equal(bench.Sent[0].At + OnTheWire + Window, bench.Sent[2].At);
        Assert.StartsWith("01 08 00 00", bench.Sent[2].Frame, StringComparison.Ordinal);
    }

    /// <summary>The number says whose a reply is: nobody waits, and the late one is thrown away.</summary>
    [Fact]
    public void On_TCP_nobody_waits()
    {
        var bench = MasterBench.Create(ModbusFraming.Tcp);
        bench.PlanBytes("+1100 TT 00 00 00 05 01 03 02 00 64");
        Assert.Equal("TimedOut", Read(bench, 100));
        var gaveUp = bench.Now;
        bench.Otherwise = HonestUnit.Answer;
        bench.PlanBytes("+200 TT 00 00 00 05 01 03 02 00 65");
        Assert.Equal("Ok 1: 101", Read(bench, 101));
        Assert.Equal(gaveUp, bench.Sent[1].At);
        Assert.Equal("Timeouts 1, UnexpectedReplies 1", bench.Counts);
    }

    private static MasterBench Silent() => MasterBench.Create(ModbusFraming.Rtu);

    private static string Read(MasterBench bench, ushort address) => SpokenCalls.Registers(bench.Master, ModbusTable.HoldingRegisters, address, 1);

    /// <summary>An echo of other data than the probe's: as from a probe before it.</summary>
    private static string Loopback(MasterBench bench) => bench.Wrap([1, 8, 0, 0, 0, 0]);
}
