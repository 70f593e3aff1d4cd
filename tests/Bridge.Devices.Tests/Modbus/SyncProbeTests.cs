using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>The question after a missing answer: its reply must not be mistakable for the one that is still owed.</summary>
public sealed class SyncProbeTests
{
    private static IReadOnlyDictionary<string, (Func<ModbusMaster, ModbusReply> Owed, string Read)> Owing { get; } =
        new Dictionary<string, (Func<ModbusMaster, ModbusReply>, string)>
        {
            ["one register"] = (master => master.ReadRegisters(1, ModbusTable.HoldingRegisters, 20, new ushort[1]), "01 03 00 14 00 02"),
            ["three registers"] = (master => master.ReadRegisters(1, ModbusTable.HoldingRegisters, 20, new ushort[3]), "01 03 00 14 00 01"),
            ["an input register"] = (master => master.ReadRegisters(1, ModbusTable.InputRegisters, 20, new ushort[1]), "01 04 00 14 00 02"),
            ["one coil"] = (master => master.ReadBits(1, ModbusTable.Coils, 20, new bool[1]), "01 01 00 14 00 10"),
            ["eight inputs"] = (master => master.ReadBits(1, ModbusTable.DiscreteInputs, 20, new bool[8]), "01 02 00 14 00 10"),
            ["nine inputs"] = (master => master.ReadBits(1, ModbusTable.DiscreteInputs, 20, new bool[9]), "01 02 00 14 00 01"),
            ["a written coil"] = (master => master.WriteCoil(1, 20, 0), "01 01 00 14 00 01"),
            ["written coils"] = (master => master.WriteCoils(1, 20, [true]), "01 01 00 14 00 01"),
            ["a written register"] = (master => master.WriteRegister(1, 20, 0), "01 03 00 14 00 01"),
            ["written registers"] = (master => master.WriteRegisters(1, 20, [0]), "01 03 00 14 00 01"),
            ["a masked register"] = (master => master.MaskWriteRegister(1, 20, 0, 0), "01 03 00 14 00 01"),
        };

    public static TheoryData<string> Owed => [.. Owing.Keys];

    /// <summary>A unit that is silent to the loopback is asked a read of another length the next time, then the loopback again.</summary>
    [Theory, MemberData(nameof(Owed))]
    public void A_unit_without_loopback_is_asked_a_read_of_another_length(string owed)
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu);
        Assert.Equal(ModbusOutcome.TimedOut, Owing[owed].Owed(bench.Master).Outcome);
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(ModbusOutcome.TimedOut, bench.Master.ReadBits(1, ModbusTable.Coils, 0, new bool[1]).Outcome);
        }

        var probes = bench.Sent.Skip(1).Select(sent => sent.Frame[..11] == "01 08 00 00" ? "loopback" : sent.Frame[..17]);
        Assert.Equal(["loopback", Owing[owed].Read, "loopback"], probes);
    }

    [Fact]
    public void What_a_unit_answers_to_is_remembered()
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu);
        bench.Otherwise = body => body[1] == 8 ? [] : HonestUnit.Answer(body);
        bench.PlanBytes("");
        Assert.Equal("TimedOut", Read(bench, 100));
        Assert.Equal("TimedOut", Read(bench, 101));
        Assert.Equal("Ok 1: 102", Read(bench, 102));

        bench.PlanBytes("");
        Assert.Equal("TimedOut", Read(bench, 103));
        Assert.Equal("Ok 1: 104", Read(bench, 104));
        Assert.Equal(["01 08", "01 03", "01 03", "01 03", "01 03", "01 03"], bench.Sent.Skip(1).Select(sent => sent.Frame[..5]));
    }

    [Theory]
    [InlineData("it refuses diagnostics: an answer as good as any", new byte[] { 1, 0x88, 1 })]
    [InlineData("it is busy", new byte[] { 1, 0x88, 6 })]
    public void A_refused_probe_is_answered(string why, byte[] refusal)
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu);
        Read(bench, 100);
        bench.Otherwise = body => body[1] == 8 ? refusal : HonestUnit.Answer(body);
        Assert.True(Read(bench, 101) == "Ok 1: 101", why);
    }

    /// <summary>Equal probes would leave the late answer to the one as the answer to the other.</summary>
    [Fact]
    public void No_two_probes_carry_the_same_data()
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu);
        bench.Otherwise = HonestUnit.Answer;
        for (ushort round = 0; round < 50; round++)
        {
            bench.PlanBytes("");
            Assert.Equal("TimedOut", Read(bench, 100));
            Assert.Equal("Ok 1: 101", Read(bench, 101));
        }

        var probes = bench.Sent.Where(sent => sent.Frame.StartsWith("01 08", StringComparison.Ordinal)).Select(sent => sent.Frame).ToList();
        Assert.Equal((50, 50), (probes.Count, probes.Distinct().Count()));
    }

    private static string Read(MasterBench bench, ushort address) => SpokenCalls.Registers(bench.Master, ModbusTable.HoldingRegisters, address, 1);
}
