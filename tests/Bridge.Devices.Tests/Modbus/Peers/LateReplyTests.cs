using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus.Peers;

/// <summary>
/// A slave that answers its first request after the time-out, and reads of registers 100 to 103, each of which holds its own number. The late answer to
/// the first fits the second as well; a master that believes it is one answer behind for good.
/// </summary>
public sealed class LateReplyTests(ITestOutputHelper output)
{
    private const string Late = "0.4";
    private static readonly TimeSpan TimeOut = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData("echo", "the slave echoes the loopback")]
    [InlineData("refuse", "the slave refuses the loopback")]
    [InlineData("silent", "the slave does not answer to the loopback")]
    public async Task A_late_reply_is_not_taken_for_the_next_one(string loopback, string why)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var rig = new PeerRig();
        var libmodbus = await PeerProgram.CompileAsync("libmodbus_late_master.c", rig.Folder, withLibmodbus: true, cancellationToken);
        await rig.LayCableAsync(cancellationToken);
        using (await PeerProcess.StartAsync(PeerProgram.Python, Slave(rig, loopback), cancellationToken))
        {
            var (exitCode, control) = await PeerProgram.RunAsync(libmodbus, [rig.MasterPort], cancellationToken);
            PeerTable.Print(output, "libmodbus", "rtu on a pty", [("late reply, registers 100 to 103", control.Trim(), control.Trim())]);
            Assert.Equal((0, "timeout / WRONG / WRONG / WRONG"), (exitCode, control.Trim()));
        }

        await rig.StartPythonAsync("late_slave.py", [rig.SlavePort, loopback, Late], cancellationToken);
        rig.ConnectSerial(timing => timing with { ResponseTimeout = TimeOut });
        var words = new List<string>();
        for (ushort address = 100; address < 104; address++)
        {
            // The first read only: repeated, it would be right too and there would be no time-out to show.
            words.Add(Read(rig.Master, address, address == 100 ? new ModbusCallOptions(ReadRetries: 0) : default));
        }

        var ours = string.Join(" / ", words);
        PeerTable.Print(output, "this master", "rtu on a pty", [($"the same; {why}", "timeout / right / right / right", ours)]);
        Assert.Equal("timeout / right / right / right", ours);
        Assert.True(rig.Master.Counters.StrayBytes > 0, "the late reply never came: nothing was shown");
    }

    private static string[] Slave(PeerRig rig, string loopback) => [PeerProgram.Source("late_slave.py"), rig.SlavePort, loopback, Late];

    private static string Read(ModbusMaster master, ushort address, ModbusCallOptions options)
    {
        var value = new ushort[1];
        var reply = master.ReadRegisters(1, ModbusTable.HoldingRegisters, address, value, options);
        return !reply.IsOk ? "timeout" : value[0] == address ? "right" : "WRONG";
    }
}
