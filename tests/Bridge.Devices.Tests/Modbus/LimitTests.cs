using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>The largest frames there are, quantities that no frame can carry, and identifications in several parts.</summary>
public sealed class LimitTests
{
    private static IReadOnlyDictionary<string, (int Most, Func<ModbusMaster, int, ModbusReply> Call, int LongestAdu)> Quantities { get; } =
        new Dictionary<string, (int, Func<ModbusMaster, int, ModbusReply>, int)>
        {
            ["coils read"] = (2000, (master, count) => master.ReadBits(1, ModbusTable.Coils, 0, new bool[count]), 8),
            ["inputs read"] = (2000, (master, count) => master.ReadBits(1, ModbusTable.DiscreteInputs, 0, new bool[count]), 8),
            ["holding registers read"] = (125, (master, count) => master.ReadRegisters(1, ModbusTable.HoldingRegisters, 0, new ushort[count]), 8),
            ["input registers read"] = (125, (master, count) => master.ReadRegisters(1, ModbusTable.InputRegisters, 0, new ushort[count]), 8),
            ["coils written"] = (1968, (master, count) => master.WriteCoils(1, 0, new bool[count]), 255),
            ["registers written"] = (123, (master, count) => master.WriteRegisters(1, 0, new ushort[count]), 255),
            ["registers written and read: read"] = (125, (master, count) => master.ReadWriteRegisters(1, 0, new ushort[count], 0, [7]), 15),
            ["registers written and read: written"] = (121, (master, count) => master.ReadWriteRegisters(1, 0, new ushort[2], 0, new ushort[count]), 255),
        };

    public static MatrixTheoryData<string, ModbusFraming> Names => new(Quantities.Keys, [ModbusFraming.Rtu, ModbusFraming.Tcp]);

    [Theory, MemberData(nameof(Names))]
    public void The_most_fits_and_one_more_is_refused_before_anything_is_sent(string what, ModbusFraming framing)
    {
        var (most, call, longest) = Quantities[what];
        var bench = MasterBench.Create(framing);
        bench.Otherwise = body => body[1] == 23 ? [1, 23, (byte)(2 * body[5]), .. new byte[2 * body[5]]] : HonestUnit.Answer(body);
        Assert.Equal(ModbusOutcome.Ok, call(bench.Master, most).Outcome);
        Assert.Equal(longest, bench.Body(Frames.Bytes(bench.Sent[0].Frame)).Length + 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => call(bench.Master, most + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => call(bench.Master, 0));
        Assert.Single(bench.Sent);
    }

    [Fact]
    public void Bits_are_not_registers()
    {
        var bench = MasterBench.Create(ModbusFraming.Tcp);
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Master.ReadBits(1, ModbusTable.HoldingRegisters, 0, new bool[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Master.ReadRegisters(1, ModbusTable.Coils, 0, new ushort[1]));
        Assert.Empty(bench.Sent);
    }

    [Fact]
    public void An_identification_in_parts_is_read_to_its_end()
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu);
        bench.PlanBytes("01 2B 0E 01 01 FF 02 02 00 06 56 65 6E 64 6F 72 01 07 50 72 6F 64 75 63 74 33 B7");
        bench.PlanBytes("01 2B 0E 01 01 00 00 01 02 03 52 65 76 7E 81");
        Assert.Equal("Ok 3: 0=Vendor 1=Product 2=Rev", SpokenCalls.Identification(bench.Master));
        Assert.Equal(["01 2B 0E 01 00 70 77", "01 2B 0E 01 02 F1 B6"], bench.Sent.Select(sent => sent.Frame));
    }

    [Theory]
    [InlineData("always the same next object", 0)]
    [InlineData("always one more", 1)]
    public void An_identification_without_end_is_ended(string why, int step)
    {
        var bench = MasterBench.Create(ModbusFraming.Tcp);
        bench.Otherwise = body => [1, 0x2B, 0x0E, 1, 1, 0xFF, (byte)(body[4] + step), 1, body[4], 1, 0x58];
        Assert.StartsWith("Ok", SpokenCalls.Identification(bench.Master), StringComparison.Ordinal);
        Assert.True(bench.Sent.Count <= 16, $"{why}: {bench.Sent.Count} requests");
    }

    [Fact]
    public void A_server_id_longer_than_the_buffer_is_cut()
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu);
        bench.PlanBytes(GoldenExchanges.All["17 what libmodbus says of itself"].Reply);
        var data = new byte[4];
        Assert.Equal((4, "B4 FF 4C 4D"), (bench.Master.ReportServerId(1, data).Count, Frames.Text(data)));
    }

    [Fact]
    public void The_last_answer_is_dated_and_the_silence_since_is_counted()
    {
        var bench = MasterBench.Create(ModbusFraming.Tcp);
        Assert.Equal(0, bench.Master.LastAnswerAt);
        bench.Otherwise = HonestUnit.Answer;
        bench.Master.ReadBits(1, ModbusTable.Coils, 0, new bool[1]);
        var answered = bench.Master.LastAnswerAt;
        Assert.NotEqual(0, answered);

        bench.Otherwise = _ => [];
        for (var count = 1; count < 5; count++)
        {
            bench.Master.WriteCoil(1, 0, 0);
            Assert.Equal((count, answered), (bench.Master.SilentInARow, bench.Master.LastAnswerAt));
        }
    }
}
