using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>Bytes on a serial line that are no clean reply: what is believed, what is thrown away and how it is counted.</summary>
public sealed class SerialWireTests
{
    private const string Right = "Ok 2: 111 0";

    /// <summary>The one good reply; the gap that ends a frame is 40 ms, the time-out 250 ms.</summary>
    private const string Good = "01 03 04 00 6F 00 00 CA 2E";

    private static readonly WireRow[] Rows =
    [
        new("the control", Good, Right, ""),
        new("one bit of the check", "01 03 04 00 6F 00 00 CB 2E", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("one bit of the data", "01 03 04 00 6E 00 00 CA 2E", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("one bit of the unit", "03 03 04 00 6F 00 00 CA 2E", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("one bit of the function", "01 01 04 00 6F 00 00 CA 2E", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("one bit of the count", "01 03 05 00 6F 00 00 CA 2E", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("a refusal with a wrong check", "01 83 02 C0 F0", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("the check's bytes the other way round", "01 03 04 00 6F 00 00 2E CA", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("no check", "01 03 04 00 6F 00 00", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("half a frame", "01 03 04 00", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("one byte", "01", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("a byte swallowed", "01 03 04 6F 00 00 CA 2E", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("two halves with a gap between them", "01 03 04 00 | +41 6F 00 00 CA 2E", "Garbled", "Timeouts 1, ChecksumErrors 2"),
        new("two halves with a pause below the gap", "01 03 04 00 | +39 6F 00 00 CA 2E", Right, ""),
        new("byte by byte", "01 | +4 03 | +4 04 | +4 00 | +4 6F | +4 00 | +4 00 | +4 CA | +4 2E", Right, ""),
        new("half a frame, then the answer", $"01 03 04 00 | +60 {Good}", Right, "ChecksumErrors 1"),
        new("a wrong check, then the answer", $"01 03 04 00 6E 00 00 CA 2E | +60 {Good}", Right, "ChecksumErrors 1"),
        new("a zero as the driver switches on", $"00 {Good}", Right, "StrayBytes 1"),
        new("noise in front", $"00 FF 7E {Good}", Right, "StrayBytes 3"),
        new("noise in front that looks like a beginning", $"01 03 04 {Good}", Right, "StrayBytes 3"),
        new("noise some time before", $"55 AA FF 00 13 | +60 {Good}", Right, "ChecksumErrors 1"),
        new("noise behind", $"{Good} 00", Right, "StrayBytes 1"),
        new("said twice", $"{Good} {Good}", Right, "StrayBytes 9"),
        new("a neighbour's reply right before", $"02 03 04 00 01 00 02 C9 32 {Good}", Right, "StrayBytes 9"),
        new("the own question heard back", $"01 03 00 0A 00 02 E4 09 {Good}", Right, "StrayBytes 8"),
        new("only the own question heard back", "01 03 00 0A 00 02 E4 09", "TimedOut", "Timeouts 1, UnexpectedReplies 1"),
        new("the reply of Modbus TCP", "00 01 00 00 00 07 01 03 04 00 6F 00 00", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("too late by a millisecond", $"+263 {Good}", "TimedOut", "Timeouts 1"),
        new("silence", "", "TimedOut", "Timeouts 1"),
    ];

    private static readonly WireRow[] EchoRows =
    [
        new("the control: echo, then the answer", $"01 03 00 0A 00 02 E4 09 | +10 {Good}", Right, ""),
        new("both in one piece", $"01 03 00 0A 00 02 E4 09 {Good}", Right, ""),
        new("the echo in pieces", $"01 03 00 | +5 0A 00 02 E4 | +5 09 01 03 04 | +5 00 6F 00 00 CA 2E", Right, ""),
        new("an answer without echo: somebody else's", Good, "TimedOut", "Timeouts 1, UnexpectedReplies 1"),
        new("one bit of the echo: a collision, and nothing after it is believed", $"01 03 00 0A 00 03 E4 09 | +60 {Good}", "Garbled",
            "Timeouts 1, ChecksumErrors 1, UnexpectedReplies 1"),
        new("half the echo, then the answer", $"01 03 00 0A | +60 {Good}", "Garbled", "Timeouts 1, ChecksumErrors 1, UnexpectedReplies 1"),
        new("the echo alone", "01 03 00 0A 00 02 E4 09", "TimedOut", "Timeouts 1"),
        new("silence", "", "TimedOut", "Timeouts 1"),
    ];

    public static TheoryData<string> Wires => [.. Rows.Select(row => row.Why)];

    public static TheoryData<string> Echoes => [.. EchoRows.Select(row => row.Why)];

    /// <summary>After whatever it was, the next question is answered and right: nothing of the old bytes is left.</summary>
    [Theory, MemberData(nameof(Wires))]
    public void A_wire_is_heard(string why)
    {
        var bench = Heard(Rows.Single(row => row.Why == why), localEcho: false);
        bench.Otherwise = HonestUnit.Answer;
        Assert.Equal("Ok 3: 20 21 22", SpokenCalls.Registers(bench.Master, ModbusTable.HoldingRegisters, 20, 3));
    }

    [Theory, MemberData(nameof(Echoes))]
    public void A_wire_that_echoes_is_heard(string why) => Heard(EchoRows.Single(row => row.Why == why), localEcho: true);

    [Theory]
    [InlineData("heard as sent", "00 06 00 01 00 03 99 DA", "Ok")]
    [InlineData("in pieces", "00 06 00 01 | +3 00 03 99 DA", "Ok")]
    [InlineData("a collision: who heard it?", "00 06 00 01 00 07 99 DA", "Garbled")]
    [InlineData("not heard at all", "", "Garbled")]
    public void A_broadcast_is_compared_with_its_echo(string why, string segments, string outcome)
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu, MasterBench.Timing(ModbusFraming.Rtu) with { LocalEcho = true });
        bench.PlanBytes(segments);
        var got = SpokenCalls.Say(bench.Master.WriteRegister(0, 1, 3));
        Assert.True(got == outcome, $"{why}: {got}");
    }

    private static MasterBench Heard(WireRow row, bool localEcho)
    {
        var timing = MasterBench.Timing(ModbusFraming.Rtu) with { ReadRetries = 0, LocalEcho = localEcho };
        var bench = MasterBench.Create(ModbusFraming.Rtu, timing);
        bench.PlanBytes(row.Segments);
        var golden = GoldenExchanges.All["03 two holding registers"];
        Assert.Equal((row.Result, row.Counts), (golden.Call(bench.Master), bench.Counts));
        return bench;
    }
}
