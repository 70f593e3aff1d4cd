using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>
/// Segments of a TCP stream that are no clean reply. Frames are cut by their header; what does not carry the number of the request is not its answer.
/// </summary>
public sealed class TcpWireTests
{
    private const string Right = "Ok 2: 111 0";
    private const string Good = "TT 00 00 00 07 01 03 04 00 6F 00 00";
    private const string Former = "TP 00 00 00 07 01 03 04 00 01 00 02";

    private static readonly WireRow[] Rows =
    [
        new("the control", Good, Right, ""),
        new("the number of the request before", "TP 00 00 00 07 01 03 04 00 6F 00 00", "TimedOut", "Timeouts 1, UnexpectedReplies 1"),
        new("a number that was not given yet", "TN 00 00 00 07 01 03 04 00 6F 00 00", "TimedOut", "Timeouts 1, UnexpectedReplies 1"),
        new("a refusal with another number", "TP 00 00 00 03 01 83 02", "TimedOut", "Timeouts 1, UnexpectedReplies 1"),
        new("another protocol", "TT 00 01 00 07 01 03 04 00 6F 00 00", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("another protocol, high byte", "TT 01 00 00 07 01 03 04 00 6F 00 00", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("a length of 0", "TT 00 00 00 00 01 03 04 00 6F 00 00", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("a length that has no room for a function", "TT 00 00 00 01 01 03 04 00 6F 00 00", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("a length beyond any frame", "TT 00 00 00 FF 01 03 04 00 6F 00 00", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("a length beyond any frame, high byte", "TT 00 00 01 07 01 03 04 00 6F 00 00", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("a length one too small", "TT 00 00 00 06 01 03 04 00 6F 00 00", "Garbled", "Timeouts 1, ChecksumErrors 1, UnexpectedReplies 1"),
        new("a length one too large", "TT 00 00 00 08 01 03 04 00 6F 00 00", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("half a header", "TT 00", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("a header and no more", "TT 00 00 00 07 01", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("half a frame", "TT 00 00 00 07 01 03 04 00", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("a serial frame", "01 03 04 00 6F 00 00 CA 2E", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("a serial check at the end", "TT 00 00 00 09 01 03 04 00 6F 00 00 CA 2E", "TimedOut", "Timeouts 1, UnexpectedReplies 1"),
        new("byte by byte, slowly", "TT | +90 00 00 | +90 00 07 01 | +90 03 | +90 04 00 | +90 6F 00 00", Right, ""),
        new("the former answer and this one in one segment", $"{Former} {Good}", Right, "UnexpectedReplies 1"),
        new("the former answer first", $"{Former} | +60 {Good}", Right, "UnexpectedReplies 1"),
        new("cut across two answers", $"{Former[..^3]} | +10 02 {Good}", Right, "UnexpectedReplies 1"),
        new("noise, then the answer in a segment of its own", $"55 AA FF 00 13 37 99 42 | +60 {Good}", Right, "ChecksumErrors 1"),
        new("noise with the answer in one segment: a stream has no second beginning",
            $"55 AA FF 00 13 37 99 42 {Good}", "Garbled", "Timeouts 1, ChecksumErrors 1"),
        new("said twice", $"{Good} {Good}", Right, ""),
        new("too late", $"+996 {Good}", "TimedOut", "Timeouts 1"),
        new("silence", "", "TimedOut", "Timeouts 1"),
    ];

    public static TheoryData<string> Wires => [.. Rows.Select(row => row.Why)];

    [Theory, MemberData(nameof(Wires))]
    public void A_stream_is_heard(string why)
    {
        var row = Rows.Single(row => row.Why == why);
        var bench = MasterBench.Create(ModbusFraming.Tcp);
        bench.PlanBytes(row.Segments);
        var golden = GoldenExchanges.All["03 two holding registers"];
        Assert.Equal((row.Result, row.Counts), (golden.Call(bench.Master), bench.Counts));

        bench.Otherwise = HonestUnit.Answer;
        Assert.Equal("Ok 3: 20 21 22", SpokenCalls.Registers(bench.Master, ModbusTable.HoldingRegisters, 20, 3));
    }
}
