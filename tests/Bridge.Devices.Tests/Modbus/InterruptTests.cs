using Bridge.Devices.Modbus;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>Somebody has something more urgent: what is on the wire is finished, what only waits makes room.</summary>
public sealed class InterruptTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    [Theory]
    [InlineData(ModbusFraming.Tcp)]
    [InlineData(ModbusFraming.Rtu)]
    public void It_ends_the_idle_wait(ModbusFraming framing)
    {
        var bench = MasterBench.Create(framing);
        bench.Link.Plan(Soon, bench.Link.Interrupt);
        Assert.Equal(LinkReadKind.Interrupted, bench.Master.Idle(TimeSpan.FromSeconds(5)));
        Assert.Equal(Soon, bench.Now);
    }

    [Theory]
    [InlineData(ModbusFraming.Tcp)]
    [InlineData(ModbusFraming.Rtu)]
    public void Idle_counts_what_nobody_asked_for_and_ends_in_time(ModbusFraming framing)
    {
        var bench = MasterBench.Create(framing);
        bench.Link.Arrive(Soon, 1, 2, 3);
        bench.Link.Arrive(Soon * 2, 4);
        Assert.Equal(LinkReadKind.TimedOut, bench.Master.Idle(Soon * 3));
        Assert.Equal((Soon * 3, 4), (bench.Now, bench.Master.Counters.StrayBytes));
    }

    [Theory]
    [InlineData(ModbusFraming.Tcp)]
    [InlineData(ModbusFraming.Rtu)]
    [InlineData(ModbusFraming.RtuOverTcp)]
    public void It_does_not_call_back_what_is_on_the_wire(ModbusFraming framing)
    {
        var bench = MasterBench.Create(framing);
        bench.Link.OnWrite += _ => bench.Link.Plan(TimeSpan.FromMilliseconds(2), bench.Link.Interrupt);
        bench.Otherwise = HonestUnit.Answer;
        Assert.Equal("Ok 2: 10 11", SpokenCalls.Registers(bench.Master, ModbusTable.HoldingRegisters, 10, 2));
        Assert.Equal("Ok", SpokenCalls.Say(bench.Master.WriteCoil(1, 0, 0xFF00)));
    }

    [Theory]
    [InlineData(ModbusFraming.Tcp)]
    [InlineData(ModbusFraming.Rtu)]
    [InlineData(ModbusFraming.RtuOverTcp)]
    public void It_stops_further_repeats_after_the_whole_time_out(ModbusFraming framing)
    {
        var silent = MasterBench.Create(framing);
        Assert.Equal("TimedOut", Read(silent));

        var bench = MasterBench.Create(framing, MasterBench.Timing(framing));
        bench.Link.OnWrite += _ => bench.Link.Plan(TimeSpan.FromMilliseconds(2), bench.Link.Interrupt);
        Assert.Equal("TimedOut", Read(bench));
        Assert.Equal((1, silent.Now), (bench.Sent.Count, bench.Now));
    }

    [Fact]
    public void A_read_in_quarantine_makes_room_and_nothing_of_it_was_sent()
    {
        var bench = Quarantined();
        bench.Link.Plan(Soon, bench.Link.Interrupt);
        var asked = bench.Now;
        Assert.Equal("NotSent", Read(bench));
        Assert.Equal((1, asked + Soon), (bench.Sent.Count, bench.Now));

        // The quarantine goes on: the next one waits for its rest and asks the unmistakable question.
        Assert.Equal("Ok 1: 7", Read(bench));
        Assert.StartsWith("01 08", bench.Sent[1].Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void A_write_in_quarantine_keeps_waiting()
    {
        var bench = Quarantined();
        bench.Link.Plan(Soon, bench.Link.Interrupt);
        Assert.Equal("Ok", SpokenCalls.Say(bench.Master.WriteCoil(1, 0, 0xFF00)));
        Assert.Equal(["01 08", "01 05"], bench.Sent.Skip(1).Select(sent => sent.Frame[..5]));
    }

    [Fact]
    public void A_repeat_that_still_waits_for_the_line_leaves_the_first_result()
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu, MasterBench.Timing(ModbusFraming.Rtu));
        bench.Link.Plan(TimeSpan.FromMilliseconds(400), bench.Link.Interrupt);
        Assert.Equal("TimedOut", Read(bench));
        Assert.Equal((1, TimeSpan.FromMilliseconds(400)), (bench.Sent.Count, bench.Now));
    }

    private static MasterBench Quarantined()
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu);
        Assert.Equal("TimedOut", Read(bench));
        bench.Otherwise = HonestUnit.Answer;
        return bench;
    }

    private static string Read(MasterBench bench) => SpokenCalls.Registers(bench.Master, ModbusTable.HoldingRegisters, 7, 1);
}
