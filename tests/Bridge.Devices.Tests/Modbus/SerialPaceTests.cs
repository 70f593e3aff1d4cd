using Bridge.Devices.Modbus;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>When a serial master speaks and how long it listens, to the microsecond of a virtual clock.</summary>
public sealed class SerialPaceTests
{
    private static readonly TimeSpan Grain = TimeSpan.FromMicroseconds(1);

    [Theory]
    [InlineData("the slowest rate", 1200, SerialParity.None, 1, 29.167)]
    [InlineData("a slow rate with parity", 1200, SerialParity.Even, 1, 32.083)]
    [InlineData("what most boards ship with", 9600, SerialParity.None, 1, 3.646)]
    [InlineData("two stop bits", 9600, SerialParity.None, 2, 4.010)]
    [InlineData("the standard's own format", 19200, SerialParity.Even, 1, 2.005)]
    [InlineData("fixed above 19200", 38400, SerialParity.Even, 1, 1.750)]
    [InlineData("fixed at the fastest too", 115200, SerialParity.None, 1, 1.750)]
    public void Between_two_frames_there_is_silence(string why, int baud, SerialParity parity, int stopBits, double milliseconds)
    {
        var timing = ModbusTiming.ForSerial(MasterBench.Wire with { Baud = baud, Parity = parity, StopBits = stopBits });
        var bench = MasterBench.Create(ModbusFraming.Rtu, timing);
        bench.Otherwise = HonestUnit.Answer;
        Read(bench);
        var heard = bench.Now;
        Read(bench);
        var silence = bench.Sent[1].At - heard;
        Assert.True((silence - TimeSpan.FromMilliseconds(milliseconds)).Duration() < Grain, $"{why}: {silence.TotalMilliseconds} ms");
    }

    [Fact]
    public void Silence_that_has_passed_already_is_not_awaited_again()
    {
        var bench = Bench();
        Read(bench);
        Assert.Equal(LinkReadKind.TimedOut, bench.Master.Idle(TimeSpan.FromSeconds(1)));
        var asked = bench.Now;
        Read(bench);
        Assert.Equal(asked, bench.Sent[1].At);
    }

    [Fact]
    public void Bytes_that_nobody_asked_for_are_drained_and_the_silence_begins_anew()
    {
        var bench = Bench();
        Read(bench);
        var last = TimeSpan.FromMilliseconds(6);
        foreach (var milliseconds in (double[])[0, 2, 4, 6])
        {
            bench.Link.Arrive(TimeSpan.FromMilliseconds(milliseconds), 1, 3, 2);
        }

        var asked = bench.Now;
        Read(bench);
        Assert.Equal(asked + last + MasterBench.Timing(ModbusFraming.Rtu).Silence, bench.Sent[1].At);
        Assert.Equal("StrayBytes 12", bench.Counts);
    }

    /// <summary>The end of the reply is known from its length; nobody waits for a gap after it.</summary>
    [Fact]
    public void A_reply_ends_with_its_last_byte()
    {
        var bench = Bench();
        bench.PlanBytes("01 03 04 00 | +30 6F 00 00 CA | +30 2E");
        var golden = GoldenExchanges.All["03 two holding registers"];
        Assert.Equal(golden.Result, golden.Call(bench.Master));
        Assert.Equal(bench.Sent[0].At + MasterBench.Thinking + TimeSpan.FromMilliseconds(60), bench.Now);
    }

    /// <summary>Request and longest reply on the wire, and the unit's own time between them.</summary>
    [Theory]
    [InlineData("the line's own patience", 1, null, 250)]
    [InlineData("a unit that is given more", 1, 800, 800)]
    [InlineData("a long reply takes its time on the wire", 125, null, 250)]
    public void The_time_out_counts_what_the_wire_needs(string why, int quantity, int? patience, double thinking)
    {
        var bench = Bench();
        bench.Otherwise = _ => [];
        var options = new ModbusCallOptions(patience is { } given ? TimeSpan.FromMilliseconds(given) : null);
        Assert.Equal(ModbusOutcome.TimedOut, bench.Master.ReadRegisters(1, ModbusTable.HoldingRegisters, 0, new ushort[quantity], options).Outcome);
        var character = MasterBench.Timing(ModbusFraming.Rtu).CharacterTime;
        var expected = (character * (8 + 5 + (2 * quantity))) + TimeSpan.FromMilliseconds(thinking);
        var took = bench.Now - bench.Sent[0].At;
        Assert.True((took - expected).Duration() < Grain, $"{why}: {took.TotalMilliseconds} ms for {expected.TotalMilliseconds} ms");
    }

    [Theory]
    [InlineData(ModbusFraming.Rtu, 50, "silence")]
    [InlineData(ModbusFraming.RtuOverTcp, 500, "a serial server may hand over what was meant for the connection before")]
    public void After_opening_the_line_is_heard_first(ModbusFraming framing, double milliseconds, string why)
    {
        var bench = MasterBench.Create(framing);
        bench.Otherwise = HonestUnit.Answer;
        bench.Link.Arrive(TimeSpan.Zero, Frames.Serial([1, 3, 2, 0xBE, 0xEF]));
        Assert.Equal("Ok 1: 7", SpokenCalls.Registers(bench.Master, ModbusTable.HoldingRegisters, 7, 1));
        Assert.True(bench.Sent[0].At == TimeSpan.FromMilliseconds(milliseconds), $"{why}: {bench.Sent[0].At}");
        Assert.Equal("StrayBytes 7", bench.Counts);
    }

    [Theory]
    [InlineData("a read is a read that got only noise", false, "Garbled")]
    [InlineData("nothing of a write was on the wire", true, "NotSent")]
    public void A_line_that_never_falls_silent_is_given_up(string why, bool writes, string outcome)
    {
        var bench = Bench();
        for (var count = 0; count < 3000; count++)
        {
            bench.Link.Arrive(TimeSpan.FromMilliseconds(count), 0x55);
        }

        var reply = writes ? bench.Master.WriteCoil(1, 0, 0xFF00) : bench.Master.ReadBits(1, ModbusTable.Coils, 0, new bool[1]);
        Assert.True(reply.Outcome.ToString() == outcome, $"{why}: {reply.Outcome}");
        Assert.Empty(bench.Sent);
        Assert.InRange(bench.Now, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.2));
    }

    private static MasterBench Bench()
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu);
        bench.Otherwise = HonestUnit.Answer;
        return bench;
    }

    private static void Read(MasterBench bench) =>
        Assert.Equal("Ok 1: 7", SpokenCalls.Registers(bench.Master, ModbusTable.HoldingRegisters, 7, 1));
}
