using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>
/// Well-formed frames that are not the answer, one for each thing that is checked. Every row changes one detail of a good reply, which is the row's
/// control: it is believed.
/// </summary>
public sealed class ReplyContentTests
{
    private const string Registers = "03 two holding registers";
    private const string Bits = "01 eight coils";
    private const string Pulse = "05 a maker's pulse of 0.7 s";
    private const string Register = "06 one register";
    private const string Coils = "15 eight coils";
    private const string TwoRegisters = "16 two registers";
    private const string Mask = "22 mask write";
    private const string Both = "23 write three, read six";
    private const string Loop = "08 loopback";
    private const string Counter = "08 bus messages counted";
    private const string ServerId = "17 what libmodbus says of itself";
    private const string Identity = "43/14 who are you";

    /// <summary>The change, the call whose reply is changed, and the changed unit and PDU.</summary>
    private static readonly (string Why, string Call, string Body)[] Rows =
    [
        ("another unit", Registers, "02 03 04 00 6F 00 00"),
        ("nobody's unit", Registers, "00 03 04 00 6F 00 00"),
        ("another function of the same shape", Registers, "01 04 04 00 6F 00 00"),
        ("a register too few", Registers, "01 03 02 00 6F"),
        ("a register too many", Registers, "01 03 06 00 6F 00 00 00 00"),
        ("the count is less than what comes", Registers, "01 03 02 00 6F 00 00"),
        ("the count is more than what comes", Registers, "01 03 06 00 6F 00 00"),
        ("an odd count", Registers, "01 03 05 00 6F 00 00 00"),
        ("a byte behind the data", Registers, "01 03 04 00 6F 00 00 00"),
        ("a byte missing", Registers, "01 03 04 00 6F 00"),
        ("nothing but the function", Registers, "01 03"),
        ("a refusal of another function", Registers, "01 84 02"),
        ("a refusal with code 0, which does not exist", Registers, "01 83 00"),
        ("a refusal without a code", Registers, "01 83"),
        ("a refusal with a byte behind", Registers, "01 83 02 00"),
        ("the data under the refusal's function", Registers, "01 83 04 00 6F 00 00"),
        ("a refusal by another unit", Registers, "02 83 02"),
        ("nine bits for eight", Bits, "01 01 02 55 00"),
        ("no bits", Bits, "01 01 00"),
        ("the inputs for the coils", Bits, "01 02 01 55"),
        ("another coil", Pulse, "01 05 02 01 00 07"),
        ("another coil, high byte", Pulse, "01 05 03 00 00 07"),
        ("another value: a slave that knows only on and off makes 0 of it", Pulse, "01 05 02 00 00 00"),
        ("another value, high byte", Pulse, "01 05 02 00 FF 07"),
        ("an echo without its last byte", Pulse, "01 05 02 00 00"),
        ("an echo with a byte behind", Pulse, "01 05 02 00 00 07 00"),
        ("another register", Register, "01 06 00 02 00 03"),
        ("another value in the register", Register, "01 06 00 01 00 04"),
        ("the echo of a coil for a register", Register, "01 05 00 01 00 03"),
        ("coils from elsewhere", Coils, "01 0F 00 08 00 08"),
        ("fewer coils written", Coils, "01 0F 00 00 00 07"),
        ("the whole request back", Coils, "01 0F 00 00 00 08 01 FF"),
        ("registers from elsewhere", TwoRegisters, "01 10 00 02 00 02"),
        ("fewer registers written", TwoRegisters, "01 10 00 01 00 01"),
        ("another register masked", Mask, "01 16 00 05 00 F2 00 25"),
        ("another AND mask", Mask, "01 16 00 04 00 F3 00 25"),
        ("another OR mask", Mask, "01 16 00 04 00 F2 00 24"),
        ("a mask cut off", Mask, "01 16 00 04 00 F2"),
        ("five registers for six", Both, "01 17 0A 00 FE 0A CD 00 01 00 03 00 0D"),
        ("other loopback data", Loop, "01 08 00 00 A5 36"),
        ("another sub-function", Loop, "01 08 00 01 A5 37"),
        ("another counter", Counter, "01 08 00 0C 00 2A"),
        ("a counter cut off", Counter, "01 08 00 0B 00"),
        ("a name longer than its count", ServerId, "01 11 09 B4 FF 4C 4D 42 33 2E 31 2E 36"),
        ("a name shorter than its count", ServerId, "01 11 0B B4 FF 4C 4D 42 33 2E 31 2E 36"),
        ("another interface than identification", Identity, "01 2B 0D 01 01 00 00 01 00 01 56"),
        ("another level", Identity, "01 2B 0E 02 01 00 00 01 00 01 56"),
        ("an object announced that does not come", Identity, "01 2B 0E 01 01 00 00 02 00 01 56"),
        ("an object that nobody announced", Identity, "01 2B 0E 01 01 00 00 01 00 01 56 01 01 57"),
        ("a text longer than the frame", Identity, "01 2B 0E 01 01 00 00 01 00 02 56"),
        ("no list of objects", Identity, "01 2B 0E 01 01 00"),
    ];

    public static MatrixTheoryData<string, ModbusFraming> Changes =>
        new(Rows.Select(row => row.Why), [ModbusFraming.Rtu, ModbusFraming.RtuOverTcp, ModbusFraming.Tcp]);

    [Theory, MemberData(nameof(Changes))]
    public void A_changed_reply_is_not_the_answer(string why, ModbusFraming framing)
    {
        var (golden, changed) = Row(why);
        var control = MasterBench.Create(framing);
        control.Plan(golden.ReplyBody);
        Assert.Equal((golden.Result, ""), (golden.Call(control.Master), control.Counts));

        var bench = MasterBench.Create(framing);
        bench.Plan(changed);
        Assert.Equal(("TimedOut", "Timeouts 1, UnexpectedReplies 1"), (golden.Call(bench.Master), bench.Counts));
    }

    /// <summary>It neither ends the wait nor makes it longer: the answer that comes within the same time-out is taken.</summary>
    [Theory, MemberData(nameof(Changes))]
    public void The_answer_may_follow(string why, ModbusFraming framing)
    {
        var (golden, changed) = Row(why);
        var bench = MasterBench.Create(framing);
        bench.PlanBytes($"{bench.Wrap(changed)} | +150 {bench.Wrap(golden.ReplyBody)}");
        Assert.Equal((golden.Result, "UnexpectedReplies 1"), (golden.Call(bench.Master), bench.Counts));
        Assert.Equal(bench.Sent[0].At + MasterBench.Thinking + TimeSpan.FromMilliseconds(150), bench.Now);
    }

    [Theory, MemberData(nameof(Changes))]
    public void The_time_out_is_that_of_the_request(string why, ModbusFraming framing)
    {
        var (golden, changed) = Row(why);
        var silent = MasterBench.Create(framing);
        Assert.Equal("TimedOut", golden.Call(silent.Master));

        var bench = MasterBench.Create(framing);
        bench.PlanBytes(string.Join(" | +60 ", Enumerable.Repeat(bench.Wrap(changed), 40)));
        Assert.Equal("TimedOut", golden.Call(bench.Master));
        Assert.Equal(silent.Now, bench.Now);
    }

    private static (GoldenExchange Golden, byte[] Changed) Row(string why)
    {
        var row = Rows.Single(row => row.Why == why);
        return (GoldenExchanges.Answered[row.Call], Frames.Bytes(row.Body));
    }
}
