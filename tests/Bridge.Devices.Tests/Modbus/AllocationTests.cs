using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>Steady use allocates nothing, whatever is asked and however it ends; the collector never stops a line.</summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    private const int Rounds = 10_000;
    private readonly bool[] _bits = new bool[8];
    private readonly ushort[] _registers = new ushort[10];
    private readonly ushort[] _six = new ushort[6];
    private readonly byte[] _text = new byte[251];

    /// <summary>Kept: input registers (4) stay unanswered, so that a time-out, its quarantine and the probe are part of the round.</summary>
    private static readonly byte[][] Replies =
    [
        .. GoldenExchanges.Answered.Values.Select(golden => golden.ReplyBody).Where(body => body[0] == 1 && body[1] is not (4 or 5 or 6 or 8 or 43)),
        [1, 5, 0, 0, 0xFF, 0], [1, 0x86, 3], [1, 0x88, 1], GoldenExchanges.Answered["43/14 who are you"].ReplyBody,
    ];

    [Theory]
    [InlineData(ModbusFraming.Tcp)]
    [InlineData(ModbusFraming.Rtu)]
    [InlineData(ModbusFraming.RtuOverTcp)]
    public void A_transaction_allocates_nothing(ModbusFraming framing)
    {
        var master = Master(framing);
        Measure(() => Round(master));
        var before = master.Counters.Transactions;
        var allocated = Measure(() => Round(master));
        var transactions = master.Counters.Transactions - before;
        var control = Measure(() => master.ReadDeviceIdentification(1, 1, []));

        output.WriteLine(
            $"{framing}: {allocated} bytes in {transactions} transactions ({master.Counters.Timeouts} time-outs, {master.Counters.Exceptions} refusals "
                + $"since the start). Control: {Rounds} identifications, which are texts, {control} bytes");
        Assert.Equal(0, allocated);
        Assert.True(transactions >= 10 * Rounds, "fewer transactions than were asked for");
        Assert.True(control > 100 * Rounds, "the measurement sees nothing");
    }

    private static ModbusMaster Master(ModbusFraming framing)
    {
        var link = framing == ModbusFraming.Tcp ? CannedLink.Tcp(Replies) : CannedLink.Serial(Replies);
        return new ModbusMaster(link, framing, MasterBench.Timing(framing), link.Time);
    }

    private static long Measure(Action round)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var count = 0; count < Rounds; count++)
        {
            round();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void Round(ModbusMaster master)
    {
        Expect(ModbusOutcome.Ok, master.ReadRegisters(1, ModbusTable.HoldingRegisters, 0, _registers));
        Expect(ModbusOutcome.Ok, master.ReadBits(1, ModbusTable.Coils, 0, _bits));
        Expect(ModbusOutcome.Ok, master.ReadBits(1, ModbusTable.DiscreteInputs, 0, _bits));
        Expect(ModbusOutcome.Ok, master.WriteCoil(1, 0, 0xFF00));
        Expect(ModbusOutcome.Exception, master.WriteRegister(1, 1, 3));
        Expect(ModbusOutcome.Ok, master.WriteCoils(1, 0, _bits));
        Expect(ModbusOutcome.Ok, master.WriteRegisters(1, 1, _six.AsSpan(0, 2)));
        Expect(ModbusOutcome.Ok, master.MaskWriteRegister(1, 4, 0xF2, 0x25));
        Expect(ModbusOutcome.Ok, master.ReadWriteRegisters(1, 3, _six, 14, _registers));
        Expect(ModbusOutcome.Ok, master.ReportServerId(1, _text));
        Expect(ModbusOutcome.Exception, master.Diagnostics(1, 0, 7, out _));
        Expect(ModbusOutcome.TimedOut, master.ReadRegisters(1, ModbusTable.InputRegisters, 0, _registers, new ModbusCallOptions(ReadRetries: 1)));
    }

    private static void Expect(ModbusOutcome outcome, ModbusReply reply)
    {
        if (reply.Outcome != outcome)
        {
            throw new InvalidOperationException($"{reply.Outcome} for {outcome}");
        }
    }
}
