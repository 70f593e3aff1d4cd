using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus.Peers;

/// <summary>The same promise as on a fake link, with the kernel and another process in it.</summary>
public sealed class LiveAllocationTests(ITestOutputHelper output)
{
    private const int Rounds = 10_000;
    private readonly ushort[] _values = new ushort[10];

    [Theory]
    [InlineData("tcp")]
    [InlineData("rtu on a pty")]
    public async Task Reads_of_a_foreign_slave_allocate_nothing(string transport)
    {
        using var rig = new PeerRig();
        var cancellationToken = TestContext.Current.CancellationToken;
        var program = await PeerProgram.CompileAsync("raw_slave.c", rig.Folder, withLibmodbus: false, cancellationToken);
        var slave = await rig.StartAsync(program, [transport == "tcp" ? "tcp" : "pty"], cancellationToken);
        if (transport == "tcp")
        {
            rig.ConnectTcp(slave.Port, ModbusFraming.Tcp, timing => timing);
        }
        else
        {
            rig.ConnectSerial(slave.Place, timing => timing with { Silence = TimeSpan.Zero, ResponseTimeout = TimeSpan.FromSeconds(2) });
        }

        Read(rig.Master, 1000);
        var allocated = Read(rig.Master, Rounds);
        output.WriteLine($"{transport}: {allocated} bytes in {Rounds} reads of 10 registers, all of them right");
        Assert.Equal(0, allocated);
    }

    private long Read(ModbusMaster master, int count)
    {
        var wrong = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < count; round++)
        {
            var address = (ushort)(round & 0xFF);
            wrong += master.ReadRegisters(1, ModbusTable.HoldingRegisters, address, _values).IsOk && _values[9] == address + 9 ? 0 : 1;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(0, wrong);
        return allocated;
    }
}
