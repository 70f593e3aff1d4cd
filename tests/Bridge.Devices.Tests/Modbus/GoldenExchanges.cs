using Bridge.Devices.Modbus;
using static Bridge.Devices.Tests.Modbus.SpokenCalls;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>
/// Every function of the master with the bytes that the protocol documents, device makers and other implementations print. Checks are literal: none of
/// them comes from the product.
/// </summary>
internal static class GoldenExchanges
{
    private static readonly GoldenExchange[] Reads =
    [
        new("01 eight coils", "01 01 00 00 00 08 3D CC", "01 01 01 55 91 B7", "Ok 8: 10101010", master => Bits(master, 1, ModbusTable.Coils, 0, 8)),
        new("01 the specification's 37 coils", "11 01 00 13 00 25 0E 84", "11 01 05 CD 6B B2 0E 1B 45 E6",
            "Ok 37: 1011001111010110010011010111000011011", master => Bits(master, 17, ModbusTable.Coils, 0x13, 37)),
        new("02 eight inputs", "01 02 00 00 00 08 79 CC", "01 02 01 09 61 8E", "Ok 8: 10010000",
            master => Bits(master, 1, ModbusTable.DiscreteInputs, 0, 8)),
        new("03 two holding registers", "01 03 00 0A 00 02 E4 09", "01 03 04 00 6F 00 00 CA 2E", "Ok 2: 111 0",
            master => Registers(master, ModbusTable.HoldingRegisters, 10, 2)),
        new("03 ten holding registers", "01 03 00 00 00 0A C5 CD", "01 03 14 00 00 00 01 00 02 00 03 00 04 00 05 00 06 00 07 00 08 00 09 CD 51",
            "Ok 10: 0 1 2 3 4 5 6 7 8 9", master => Registers(master, ModbusTable.HoldingRegisters, 0, 10)),
        new("04 two input registers", "01 04 00 00 00 02 71 CB", "01 04 04 03 E8 03 E9 BA 8A", "Ok 2: 1000 1001",
            master => Registers(master, ModbusTable.InputRegisters, 0, 2)),
        new("17 what libmodbus says of itself", "01 11 C0 2C", "01 11 0A B4 FF 4C 4D 42 33 2E 31 2E 36 48 AE",
            "Ok 10: B4 FF 4C 4D 42 33 2E 31 2E 36", ServerId),
        new("43/14 who are you", "01 2B 0E 01 00 70 77",
            "01 2B 0E 01 01 00 00 03 00 06 56 65 6E 64 6F 72 01 07 50 72 6F 64 75 63 74 02 03 52 65 76 23 41",
            "Ok 3: 0=Vendor 1=Product 2=Rev", Identification),
    ];

    private static readonly GoldenExchange[] Writes =
    [
        new("05 coil on", "01 05 00 00 FF 00 8C 3A", "01 05 00 00 FF 00 8C 3A", "Ok", master => Say(master.WriteCoil(1, 0, 0xFF00))),
        new("05 coil off", "01 05 00 00 00 00 CD CA", "01 05 00 00 00 00 CD CA", "Ok", master => Say(master.WriteCoil(1, 0, 0))),
        new("05 a maker's pulse of 0.7 s", "01 05 02 00 00 07 8D B0", "01 05 02 00 00 07 8D B0", "Ok", master => Say(master.WriteCoil(1, 0x200, 7))),
        new("05 a maker's command to all", "01 05 55 00 00 00 DC 06", "01 05 55 00 00 00 DC 06", "Ok", master => Say(master.WriteCoil(1, 0x5500, 0))),
        new("06 one register", "01 06 00 01 00 03 98 0B", "01 06 00 01 00 03 98 0B", "Ok", master => Say(master.WriteRegister(1, 1, 3))),
        new("06 a maker's pulse of 5 s", "01 06 00 01 06 05 1B A9", "01 06 00 01 06 05 1B A9", "Ok", master => Say(master.WriteRegister(1, 1, 0x605))),
        new("15 eight coils", "01 0F 00 00 00 08 01 FF BE D5", "01 0F 00 00 00 08 54 0D", "Ok",
            master => Say(master.WriteCoils(1, 0, [true, true, true, true, true, true, true, true]))),
        new("16 two registers", "01 10 00 01 00 02 04 00 0A 01 02 92 30", "01 10 00 01 00 02 10 08", "Ok",
            master => Say(master.WriteRegisters(1, 1, [0x000A, 0x0102]))),
        new("22 mask write", "01 16 00 04 00 F2 00 25 67 EE", "01 16 00 04 00 F2 00 25 67 EE", "Ok",
            master => Say(master.MaskWriteRegister(1, 4, 0x00F2, 0x0025))),
        new("23 write three, read six", "01 17 00 03 00 06 00 0E 00 03 06 00 FF 00 FF 00 FF 46 91",
            "01 17 0C 00 FE 0A CD 00 01 00 03 00 0D 00 FF 1D 79", "Ok 6: 254 2765 1 3 13 255", ReadWrite),
        new("08 loopback", "01 08 00 00 A5 37 DA 8D", "01 08 00 00 A5 37 DA 8D", "Ok: A537", master => Loop(master, 1, 0, 0xA537)),
        new("08 bus messages counted", "01 08 00 0B 00 00 91 C9", "01 08 00 0B 00 2A 10 16", "Ok: 002A", master => Loop(master, 1, 0x0B, 0)),
    ];

    private static readonly GoldenExchange[] Broadcasts =
    [
        new("05 to everybody", "00 05 00 00 00 00 CC 1B", "", "Ok", master => Say(master.WriteCoil(0, 0, 0))),
        new("06 to everybody", "00 06 00 01 00 03 99 DA", "", "Ok", master => Say(master.WriteRegister(0, 1, 3))),
        new("16 to everybody", "00 10 00 01 00 01 02 00 07 EB D3", "", "Ok", master => Say(master.WriteRegisters(0, 1, [7]))),
    ];

    public static IReadOnlyDictionary<string, GoldenExchange> Answered { get; } = Reads.Concat(Writes).ToDictionary(exchange => exchange.Why);

    public static IReadOnlyDictionary<string, GoldenExchange> All { get; } =
        Answered.Values.Concat(Broadcasts).ToDictionary(exchange => exchange.Why);
}
