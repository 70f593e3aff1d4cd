using Bridge.Devices.Modbus;
using static Bridge.Devices.Tests.Modbus.SpokenCalls;

namespace Bridge.Devices.Tests.Modbus.Peers;

/// <summary>What is asked of each foreign slave, in this order, and what each of them is known to make of it.</summary>
internal static class PeerOperations
{
    /// <summary>For what is expected to stay unanswered; everything else gets the line's whole patience.</summary>
    private static readonly ModbusCallOptions Brief = new(TimeSpan.FromMilliseconds(300), 0);

    private static readonly (string What, string Outcome, Func<ModbusMaster, ModbusCallOptions, string> Call)[] Operations =
    [
        ("05 coil 3 on", "Ok", (master, _) => Say(master.WriteCoil(1, 3, 0xFF00))),
        ("05 coil 4 off", "Ok", (master, _) => Say(master.WriteCoil(1, 4, 0))),
        ("15 coils 5 6 7 to 1 0 1", "Ok", (master, _) => Say(master.WriteCoils(1, 5, [true, false, true]))),
        ("01 coils 3 to 7", "Ok 5: 10101", (master, _) => Bits(master, 1, ModbusTable.Coils, 3, 5)),
        ("02 inputs 0 to 6", "Ok 7: 1001001", (master, _) => Bits(master, 1, ModbusTable.DiscreteInputs, 0, 7)),
        ("03 registers 10 to 12", "Ok 3: 10 11 12", (master, _) => Registers(master, ModbusTable.HoldingRegisters, 10, 3)),
        ("04 registers 0 to 2", "Ok 3: 1000 1001 1002", (master, _) => Registers(master, ModbusTable.InputRegisters, 0, 3)),
        ("06 register 20 to 4711", "Ok", (master, _) => Say(master.WriteRegister(1, 20, 4711))),
        ("16 registers 21 22 to 7 8", "Ok", (master, _) => Say(master.WriteRegisters(1, 21, [7, 8]))),
        ("03 registers 20 to 22", "Ok 3: 4711 7 8", (master, _) => Registers(master, ModbusTable.HoldingRegisters, 20, 3)),
        ("06 register 30 to BEEF", "Ok", (master, _) => Say(master.WriteRegister(1, 30, 0xBEEF))),
        ("22 register 30 AND 00FF OR 1200", "Ok", (master, options) => Say(master.MaskWriteRegister(1, 30, 0x00FF, 0x1200, options))),
        ("03 register 30 is 12EF", "Ok 1: 4847", (master, _) => Registers(master, ModbusTable.HoldingRegisters, 30, 1)),
        ("23 write 40 to 42, read 40 to 45", "Ok 6: 255 255 255 43 44 45", (master, _) => WriteAndRead(master)),
        ("08 loopback A537", "Ok: A537", (master, options) => Loop(master, 1, 0, 0xA537, options)),
        ("17 server id", "", (master, _) => ServerId(master)),
        ("43/14 identification", "Ok 3: 0=Vendor 1=Product 2=Rev", Identification),
        ("03 the longest read", "Ok 125: 100 to 224", (master, _) => LongestRead(master)),
        ("01 2000 coils", "Ok 2000: 3 on", (master, _) => MostCoils(master)),
        ("03 register 60000, which is not there", "Exception 2", (master, _) => Registers(master, ModbusTable.HoldingRegisters, 60000, 1)),
        ("06 register 60000", "Exception 2", (master, _) => Say(master.WriteRegister(1, 60000, 1))),
        ("05 coil 200h to 7, a maker's pulse", "", (master, options) => Say(master.WriteCoil(1, 0x200, 7, options))),
        ("03 register 10 of another unit", "TimedOut", (master, options) => Say(master.ReadRegisters(9, ModbusTable.HoldingRegisters, 10, new ushort[1], options))),
        ("05 coil 9 on, unit 0", "Ok", (master, options) => Say(master.WriteCoil(0, 9, 0xFF00, options))),
        ("01 coil 9", "Ok 1: 1", (master, _) => Bits(master, 1, ModbusTable.Coils, 9, 1)),
    ];

    /// <summary>Where a peer has ways of its own. The most particular key counts.</summary>
    private static readonly Dictionary<(string Peer, string What), string> Ways = new()
    {
        [("libmodbus", "17 server id")] = "Ok 10: B4 FF 4C 4D 42 33 2E 31 2E 36",
        [("libmodbus", "05 coil 200h to 7, a maker's pulse")] = "Exception 3",
        // On a serial line it takes a function that it does not know for noise.
        [("libmodbus", "08 loopback A537")] = "TimedOut",
        [("libmodbus", "43/14 identification")] = "TimedOut",
        [("libmodbus tcp", "08 loopback A537")] = "Exception 1",
        [("libmodbus tcp", "43/14 identification")] = "Exception 1",
        [("libmodbus tcp", "03 register 10 of another unit")] = "Ok",
        [("pymodbus", "17 server id")] = "Ok 19: 56 65 6E 64 6F 72 2D 50 72 6F 64 75 63 74 2D 52 65 76 FF",
        [("pymodbus", "05 coil 200h to 7, a maker's pulse")] = "TimedOut",
        [("pymodbus", "01 coil 9")] = "Ok 1: 0",
        [("pymodbus tcp", "05 coil 9 on, unit 0")] = "TimedOut",
    };

    /// <summary>One row for each operation: what, expected, got.</summary>
    public static List<(string What, string Expected, string Got)> Run(ModbusMaster master, string peer, string transport)
    {
        var rows = new List<(string, string, string)>();
        foreach (var (what, usual, call) in Operations)
        {
            var expected = Expected(what, usual, peer, transport);
            rows.Add((what, expected, call(master, expected == "TimedOut" ? Brief : default)));
        }

        return rows;
    }

    private static string Expected(string what, string usual, string peer, string transport) =>
        Ways.GetValueOrDefault(($"{peer} {transport.Split(',')[0]}", what)) ?? Ways.GetValueOrDefault((peer, what), usual);

    private static string WriteAndRead(ModbusMaster master)
    {
        var values = new ushort[6];
        var reply = master.ReadWriteRegisters(1, 40, values, 40, [0xFF, 0xFF, 0xFF]);
        return reply.IsOk ? $"Ok {reply.Count}: {string.Join(' ', values)}" : Say(reply);
    }

    private static string LongestRead(ModbusMaster master)
    {
        var values = new ushort[125];
        var reply = master.ReadRegisters(1, ModbusTable.HoldingRegisters, 100, values);
        var ascends = values.Select((value, index) => value == 100 + index).All(right => right);
        return reply.IsOk ? $"Ok {reply.Count}: {values[0]} to {(ascends ? values[^1] : "WRONG")}" : Say(reply);
    }

    private static string MostCoils(ModbusMaster master)
    {
        var values = new bool[2000];
        var reply = master.ReadBits(1, ModbusTable.Coils, 0, values);
        return reply.IsOk ? $"Ok {reply.Count}: {values.Count(value => value)} on" : Say(reply);
    }
}
