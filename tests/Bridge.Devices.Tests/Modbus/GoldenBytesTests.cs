using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>What the master puts on the wire and what it makes of the reply, byte for byte, in every framing.</summary>
public sealed class GoldenBytesTests
{
    private static readonly ModbusFraming[] Framings = [ModbusFraming.Rtu, ModbusFraming.RtuOverTcp, ModbusFraming.Tcp];

    public static MatrixTheoryData<string, ModbusFraming> Exchanges => new(GoldenExchanges.All.Keys, Framings);

    public static MatrixTheoryData<string, ModbusFraming> Answered => new(GoldenExchanges.Answered.Keys, Framings);

    [Theory, MemberData(nameof(Exchanges))]
    public void Requests_and_replies_are_as_printed(string why, ModbusFraming framing)
    {
        var golden = GoldenExchanges.All[why];
        var bench = MasterBench.Create(framing);
        if (!golden.IsBroadcast)
        {
            bench.Plan(golden.ReplyBody);
        }
        else if (framing == ModbusFraming.Tcp)
        {
            // There is no broadcast on TCP: unit 0 is the device itself, and it answers.
            bench.Plan(golden.RequestBody[..6]);
        }

        var result = golden.Call(bench.Master);

        var request = framing == ModbusFraming.Tcp ? Frames.Tcp(1, golden.RequestBody) : Frames.Bytes(golden.Request);
        Assert.Equal([Frames.Text(request)], bench.Sent.Select(sent => sent.Frame));
        Assert.Equal((golden.Result, ""), (result, bench.Counts));
    }

    [Theory]
    [InlineData("the first", 1, "00 01 00 00 00 06 01 03 00 0A 00 02")]
    [InlineData("each its own number", 2, "00 02 00 00 00 06 01 03 00 0A 00 02")]
    [InlineData("the low byte is full", 256, "01 00 00 00 00 06 01 03 00 0A 00 02")]
    [InlineData("they begin anew", 65536, "00 00 00 00 00 06 01 03 00 0A 00 02")]
    public void The_header_of_TCP_counts_transactions(string why, int transaction, string frame)
    {
        var golden = GoldenExchanges.All["03 two holding registers"];
        var link = CannedLink.Tcp([golden.ReplyBody]);
        var master = new ModbusMaster(link, ModbusFraming.Tcp, ModbusTiming.Tcp, link.Time);
        for (var count = 0; count < transaction; count++)
        {
            Assert.Equal(golden.Result, golden.Call(master));
        }

        Assert.True(Frames.Text(link.Request[..12]) == frame, $"{why}: {Frames.Text(link.Request[..12])}");
    }

    [Theory, MemberData(nameof(Answered))]
    public void A_refusal_is_an_answer_with_its_code(string why, ModbusFraming framing)
    {
        var golden = GoldenExchanges.Answered[why];
        foreach (var code in (byte[])[1, 2, 3, 4, 5, 6, 8, 0x0A, 0x0B, 0xFF])
        {
            var bench = MasterBench.Create(framing);
            bench.Plan([golden.RequestBody[0], (byte)(golden.RequestBody[1] | 0x80), code]);
            Assert.Equal(($"Exception {code}", "Exceptions 1"), (golden.Call(bench.Master), bench.Counts));
        }
    }

    [Theory]
    [InlineData("registers of the catalogue: no such address", "01 83 02 C0 F1", "03 two holding registers", "Exception 2")]
    [InlineData("a coil value that the unit does not know", "01 85 03 02 91", "05 a maker's pulse of 0.7 s", "Exception 3")]
    [InlineData("more registers than it can write", "01 90 03 0C 01", "16 two registers", "Exception 3")]
    [InlineData("a unit without diagnostics", "01 88 01 87 C0", "08 loopback", "Exception 1")]
    [InlineData("a unit that does not say who it is", "01 AB 01 9E F0", "43/14 who are you", "Exception 1")]
    public void Refusals_are_as_printed(string why, string reply, string call, string result)
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu);
        bench.PlanBytes(reply);
        var got = GoldenExchanges.All[call].Call(bench.Master);
        Assert.True(got == result, $"{why}: {got}");
    }

    [Theory]
    [InlineData("the catalogue's check", "31 32 33 34 35 36 37 38 39", 0x4B37)]
    [InlineData("nothing at all", "", 0xFFFF)]
    [InlineData("a zero", "00", 0x40BF)]
    [InlineData("the specification's worked example, low byte first on the wire", "02 07", 0x1241)]
    [InlineData("exception status", "01 07", 0xE241)]
    [InlineData("a whole frame with its check is 0", "01 03 00 0A 00 02 E4 09", 0)]
    public void The_check_is_the_catalogues_check(string why, string bytes, int check)
    {
        var got = ModbusCrc.Compute(Frames.Bytes(bytes));
        Assert.True(got == check, $"{why}: {got:X4}");
    }
}
