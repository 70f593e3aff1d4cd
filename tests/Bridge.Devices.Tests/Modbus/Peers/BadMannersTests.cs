using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus.Peers;

/// <summary>
/// A slave that is not ours and behaves badly: garbage, half frames, strangers' answers, late ones. Each misdeed comes once; the read after it must be
/// right, or the misdeed was taken for more than it was.
/// </summary>
public sealed class BadMannersTests(ITestOutputHelper output)
{
    private const string Tcp = "tcp";
    private const string RtuOverTcp = "rtu over tcp";
    private const string Rtu = "rtu on a pty";

    /// <summary>The first register asked for, which chooses the misdeed. The outcome on TCP, and where it is another one on serial framings.</summary>
    private static readonly (ushort Address, string What, string OnTcp, string OnSerial)[] Misdeeds =
    [
        (100, "garbage, then the answer", "right", "right"),
        (101, "half a frame and nothing more", "Garbled", "Garbled"),
        (102, "the answer byte by byte", "right", "right"),
        (103, "another unit's answer, then the answer", "right", "right"),
        (104, "another function's answer, then the answer", "right", "right"),
        (105, "another request's answer, then the answer", "right", "right"),
        (106, "the answer twice", "right", "right"),
        (107, "one bit wrong", "TimedOut", "Garbled"),
        (108, "the answer after the time-out", "TimedOut", "TimedOut"),
        (109, "silence", "TimedOut", "TimedOut"),
        (110, "a refusal: busy", "Exception 6", "Exception 6"),
        (111, "hangs up", "LinkLost", "LinkLost"),
    ];

    [Theory]
    [InlineData(Tcp)]
    [InlineData(RtuOverTcp)]
    [InlineData(Rtu)]
    public async Task What_a_bad_slave_does_is_seen_through(string transport)
    {
        using var rig = new PeerRig();
        var cancellationToken = TestContext.Current.CancellationToken;
        var slave = await rig.StartPythonAsync("weather_slave.py", [transport == Tcp ? "tcp" : "rtutcp"], cancellationToken);
        if (transport == Rtu)
        {
            await rig.LeadToAsync(slave.Port, cancellationToken);
            rig.ConnectSerial(Brief);
        }
        else
        {
            rig.ConnectTcp(slave.Port, transport == Tcp ? ModbusFraming.Tcp : ModbusFraming.RtuOverTcp, Brief);
        }

        var rows = Misdeeds
            .SelectMany(misdeed => Suffer(rig.Master, misdeed.Address, misdeed.What, transport == Tcp ? misdeed.OnTcp : misdeed.OnSerial))
            .ToList();

        PeerTable.Print(output, "bad manners", transport, rows);
        var counters = rig.Master.Counters;
        output.WriteLine(
            $"{counters.Transactions} transactions, {counters.Timeouts} time-outs, {counters.ChecksumErrors} broken frames, {counters.UnexpectedReplies} "
                + $"unexpected replies, {counters.StrayBytes} stray bytes, {counters.Quarantines} quarantines");
        Assert.All(rows, row => Assert.Equal((row.What, row.Expected), (row.What, row.Got)));
    }

    /// <summary>The slave is late by 400 ms.</summary>
    private static ModbusTiming Brief(ModbusTiming timing) =>
        timing with { ResponseTimeout = TimeSpan.FromMilliseconds(300), LateReplyWindow = TimeSpan.FromMilliseconds(700), ReadRetries = 0 };

    private static IEnumerable<(string What, string Expected, string Got)> Suffer(ModbusMaster master, ushort address, string what, string expected)
    {
        yield return (what, expected, Read(master, address));
        yield return ("  and a read after it", expected == "LinkLost" ? "LinkLost" : "right", Read(master, 7));
    }

    /// <summary>Three registers: a stranger's answer has two, and without a transaction id the length is all that tells them apart.</summary>
    private static string Read(ModbusMaster master, ushort address)
    {
        var values = new ushort[3];
        var reply = master.ReadRegisters(1, ModbusTable.HoldingRegisters, address, values);
        var ascends = values.Select((value, index) => value == address + index).All(right => right);
        return !reply.IsOk ? SpokenCalls.Say(reply) : ascends ? "right" : $"WRONG {string.Join(' ', values)}";
    }
}
