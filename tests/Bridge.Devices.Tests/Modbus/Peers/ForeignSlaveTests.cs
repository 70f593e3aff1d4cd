using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus.Peers;

/// <summary>Our master against slaves that are not ours, on every transport, over the product's own links.</summary>
public sealed class ForeignSlaveTests(ITestOutputHelper output)
{
    private const string Tcp = "tcp";
    private const string Portable = "tcp, portable sockets";
    private const string Rtu = "rtu on a pty";
    private const string RtuOverTcp = "rtu over tcp";

    [Theory]
    [InlineData("libmodbus", Tcp)]
    [InlineData("libmodbus", Portable)]
    [InlineData("libmodbus", Rtu)]
    [InlineData("libmodbus", RtuOverTcp)]
    [InlineData("pymodbus", Tcp)]
    [InlineData("pymodbus", Portable)]
    [InlineData("pymodbus", Rtu)]
    [InlineData("pymodbus", RtuOverTcp)]
    public async Task A_foreign_slave_is_understood(string peer, string transport)
    {
        using var rig = new PeerRig();
        var cancellationToken = TestContext.Current.CancellationToken;
        await (peer == "libmodbus" ? StartLibmodbusAsync(rig, transport, cancellationToken) : StartPymodbusAsync(rig, transport, cancellationToken));

        var rows = PeerOperations.Run(rig.Master, peer, transport);

        PeerTable.Print(output, peer, transport, rows);
        Assert.All(rows, row => Assert.Equal((row.What, row.Expected), (row.What, row.Got)));
    }

    private static ModbusTiming Patient(ModbusTiming timing) =>
        timing with { ResponseTimeout = TimeSpan.FromSeconds(2), LateReplyWindow = TimeSpan.FromMilliseconds(600) };

    private static async Task StartLibmodbusAsync(PeerRig rig, string transport, CancellationToken cancellationToken)
    {
        var slave = await PeerProgram.CompileAsync("libmodbus_slave.c", rig.Folder, withLibmodbus: true, cancellationToken);
        switch (transport)
        {
            case Rtu:
                await rig.LayCableAsync(cancellationToken);
                await rig.StartAsync(slave, ["rtu", rig.SlavePort], cancellationToken);
                rig.ConnectSerial(Patient);
                break;
            case RtuOverTcp:
                var port = await rig.StartSerialServerAsync(cancellationToken);
                await rig.StartAsync(slave, ["rtu", rig.SlavePort], cancellationToken);
                rig.ConnectTcp(port, ModbusFraming.RtuOverTcp, Patient);
                break;
            default:
                Connect(rig, transport, (await rig.StartAsync(slave, ["tcp"], cancellationToken)).Port);
                break;
        }
    }

    private static async Task StartPymodbusAsync(PeerRig rig, string transport, CancellationToken cancellationToken)
    {
        await PeerProgram.RequirePymodbusAsync(cancellationToken);
        switch (transport)
        {
            case Rtu:
                await rig.LayCableAsync(cancellationToken);
                await rig.StartPythonAsync("pymodbus_slave.py", ["rtu", rig.SlavePort], cancellationToken);
                rig.ConnectSerial(Patient);
                break;
            case RtuOverTcp:
                var server = await rig.StartPythonAsync("pymodbus_slave.py", ["rtutcp"], cancellationToken);
                rig.ConnectTcp(server.Port, ModbusFraming.RtuOverTcp, Patient);
                break;
            default:
                Connect(rig, transport, (await rig.StartPythonAsync("pymodbus_slave.py", ["tcp"], cancellationToken)).Port);
                break;
        }
    }

    private static void Connect(PeerRig rig, string transport, int port)
    {
        if (transport == Portable)
        {
            rig.ConnectPortable(port, Patient);
        }
        else
        {
            rig.ConnectTcp(port, ModbusFraming.Tcp, Patient);
        }
    }
}
