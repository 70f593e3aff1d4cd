using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>Who is asked again, and who never is: whether an unanswered write was obeyed is unknown, and it must not be done twice.</summary>
public sealed class RetryTests
{
    private static IReadOnlyDictionary<string, Func<ModbusMaster, ModbusReply>> Reading { get; } = new Dictionary<string, Func<ModbusMaster, ModbusReply>>
    {
        ["coils"] = master => master.ReadBits(1, ModbusTable.Coils, 0, new bool[8]),
        ["inputs"] = master => master.ReadBits(1, ModbusTable.DiscreteInputs, 0, new bool[8]),
        ["holding registers"] = master => master.ReadRegisters(1, ModbusTable.HoldingRegisters, 0, new ushort[2]),
        ["input registers"] = master => master.ReadRegisters(1, ModbusTable.InputRegisters, 0, new ushort[2]),
        ["server id"] = master => master.ReportServerId(1, new byte[10]),
        ["identification"] = master => master.ReadDeviceIdentification(1, 1, []),
    };

    private static IReadOnlyDictionary<string, Func<ModbusMaster, ModbusReply>> Writing { get; } = new Dictionary<string, Func<ModbusMaster, ModbusReply>>
    {
        ["a coil"] = master => master.WriteCoil(1, 0, 0xFF00),
        ["a register"] = master => master.WriteRegister(1, 0, 1),
        ["coils"] = master => master.WriteCoils(1, 0, [true]),
        ["registers"] = master => master.WriteRegisters(1, 0, [1]),
        ["a mask"] = master => master.MaskWriteRegister(1, 0, 0, 1),
        ["write and read"] = master => master.ReadWriteRegisters(1, 0, new ushort[1], 0, [1]),
        ["diagnostics, which may clear counters"] = master => master.Diagnostics(1, 0x0A, 0, out _),
        ["a write that asks for repeats"] = master => master.WriteCoil(1, 0, 0xFF00, new ModbusCallOptions(ReadRetries: 5)),
    };

    public static TheoryData<string> Reads => [.. Reading.Keys];

    public static MatrixTheoryData<string, ModbusFraming> Writes => new(Writing.Keys, [ModbusFraming.Tcp, ModbusFraming.Rtu, ModbusFraming.RtuOverTcp]);

    [Theory, MemberData(nameof(Reads))]
    public void A_read_is_repeated(string what)
    {
        var bench = MasterBench.Create(ModbusFraming.Tcp, ModbusTiming.Tcp);
        Assert.Equal(ModbusOutcome.TimedOut, Reading[what](bench.Master).Outcome);
        Assert.Equal(3, bench.Sent.Count);
        Assert.Single(bench.Sent.Select(sent => sent.Frame[5..]).Distinct());
        Assert.Equal((3, 3, 2), (bench.Master.Counters.Transactions, bench.Master.Counters.Timeouts, bench.Master.Counters.Retries));
        Assert.Equal(3, bench.Master.SilentInARow);
    }

    [Theory, MemberData(nameof(Writes))]
    public void A_write_is_on_the_line_once(string what, ModbusFraming framing)
    {
        var bench = MasterBench.Create(framing, MasterBench.Timing(framing));
        Assert.Equal(ModbusOutcome.TimedOut, Writing[what](bench.Master).Outcome);
        Assert.Equal((1, 0), (bench.Sent.Count, bench.Master.Counters.Retries));
    }

    [Theory, MemberData(nameof(Writes))]
    public void A_write_with_a_broken_answer_is_on_the_line_once(string what, ModbusFraming framing)
    {
        var bench = MasterBench.Create(framing, MasterBench.Timing(framing));
        bench.PlanBytes("FF FF FF FF FF FF FF FF");
        Assert.Equal(ModbusOutcome.Garbled, Writing[what](bench.Master).Outcome);
        Assert.Single(bench.Sent);
    }

    [Fact]
    public void A_call_may_ask_for_no_repeat()
    {
        var bench = MasterBench.Create(ModbusFraming.Tcp, ModbusTiming.Tcp);
        bench.Master.ReadBits(1, ModbusTable.Coils, 0, new bool[1], new ModbusCallOptions(ReadRetries: 0));
        Assert.Single(bench.Sent);
    }

    [Fact]
    public void An_answer_ends_the_repeats_and_so_does_a_refusal()
    {
        var bench = MasterBench.Create(ModbusFraming.Tcp, ModbusTiming.Tcp);
        bench.PlanBytes("");
        bench.Plan([1, 1, 1, 1]);
        Assert.Equal(ModbusOutcome.Ok, bench.Master.ReadBits(1, ModbusTable.Coils, 0, new bool[1]).Outcome);
        Assert.Equal((2, 0), (bench.Sent.Count, bench.Master.SilentInARow));

        bench.Plan([1, 0x81, 6]);
        Assert.Equal(new ModbusReply(ModbusOutcome.Exception, 6, 0), bench.Master.ReadBits(1, ModbusTable.Coils, 0, new bool[1]));
        Assert.Equal(3, bench.Sent.Count);
    }

    [Theory]
    [InlineData(ModbusFraming.Tcp)]
    [InlineData(ModbusFraming.Rtu)]
    [InlineData(ModbusFraming.RtuOverTcp)]
    public void A_lost_link_is_said_at_once(ModbusFraming framing)
    {
        var bench = MasterBench.Create(framing, MasterBench.Timing(framing));
        bench.Link.Plan(TimeSpan.FromMilliseconds(600), bench.Link.Lose);
        Assert.Equal(ModbusOutcome.LinkLost, bench.Master.ReadBits(1, ModbusTable.Coils, 0, new bool[1]).Outcome);
        Assert.Equal(TimeSpan.FromMilliseconds(600), bench.Now);
        Assert.Equal(ModbusOutcome.LinkLost, bench.Master.WriteCoil(1, 0, 0).Outcome);
        Assert.Equal(Bridge.Devices.Transport.LinkReadKind.Lost, bench.Master.Idle(TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromMilliseconds(600), bench.Now);
    }
}
