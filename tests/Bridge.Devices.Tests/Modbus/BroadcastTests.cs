using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>Unit 0: everybody on a wire, who obey in silence; the device itself on TCP, which answers.</summary>
public sealed class BroadcastTests
{
    private static readonly TimeSpan Turnaround = TimeSpan.FromMilliseconds(100);

    public static TheoryData<string> Questions => [.. Asked.Keys];

    private static IReadOnlyDictionary<string, Func<ModbusMaster, string>> Asked { get; } = new Dictionary<string, Func<ModbusMaster, string>>
    {
        ["bits"] = master => SpokenCalls.Bits(master, 0, ModbusTable.Coils, 0, 8),
        ["registers"] = master => SpokenCalls.Say(master.ReadRegisters(0, ModbusTable.HoldingRegisters, 0, new ushort[1])),
        ["write and read"] = master => SpokenCalls.Say(master.ReadWriteRegisters(0, 0, new ushort[1], 0, [1])),
        ["server id"] = master => SpokenCalls.Say(master.ReportServerId(0, new byte[10])),
        ["identification"] = master => SpokenCalls.Say(master.ReadDeviceIdentification(0, 1, [])),
    };

    [Theory, MemberData(nameof(Questions))]
    public void Nothing_can_be_read_from_everybody(string what)
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu);
        var golden = GoldenExchanges.All["03 two holding registers"];
        bench.Plan(golden.ReplyBody);
        Assert.Equal(golden.Result, golden.Call(bench.Master));

        // Whatever the last answer was, it is not taken for this one's.
        Assert.Throws<InvalidOperationException>(() => Asked[what](bench.Master));
        Assert.Single(bench.Sent);
    }

    [Fact]
    public void On_TCP_unit_0_answers()
    {
        var bench = MasterBench.Create(ModbusFraming.Tcp);
        bench.Otherwise = HonestUnit.Answer;
        Assert.Equal("Ok 8: 11111111", SpokenCalls.Bits(bench.Master, 0, ModbusTable.Coils, 0, 8));
        Assert.Equal("Ok: A537", SpokenCalls.Loop(bench.Master, 0, 0, 0xA537));

        bench.Otherwise = _ => [];
        Assert.Equal(ModbusOutcome.TimedOut, bench.Master.WriteCoil(0, 0, 0xFF00).Outcome);
    }

    /// <summary>The master does not wait for an answer, the next request waits until the units have obeyed.</summary>
    [Fact]
    public void The_next_request_keeps_the_turnaround()
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu);
        bench.Otherwise = body => body[0] == 0 ? [] : HonestUnit.Answer(body);
        Assert.Equal("Ok", SpokenCalls.Say(bench.Master.WriteCoil(0, 0, 0xFF00)));
        Assert.Equal(bench.Sent[0].At, bench.Now);

        Assert.Equal("Ok", SpokenCalls.Say(bench.Master.WriteCoil(1, 0, 0)));
        var onTheWire = MasterBench.Timing(ModbusFraming.Rtu).CharacterTime * 8;
        Assert.Equal(bench.Sent[0].At + onTheWire + Turnaround, bench.Sent[1].At);
        Assert.Equal("", bench.Counts);
    }
}
