namespace Bridge.Devices.Modbus;

/// <summary>The request PDUs and what answers them (MODBUS application protocol V1.1b3, section 6).</summary>
internal static class ModbusFunctions
{
    private const byte ReadDeviceIdentification = 0x0E;

    public static void ReadBits(ModbusRequest request, byte unit, byte function, ushort address, int quantity)
    {
        request.Begin(unit, function, isRead: true);
        request.Add(address);
        request.Add((ushort)quantity);
        request.Expect(ReplyExpectation.Counted(function, (quantity + 7) / 8));
    }

    public static void ReadRegisters(ModbusRequest request, byte unit, byte function, ushort address, int quantity)
    {
        request.Begin(unit, function, isRead: true);
        request.Add(address);
        request.Add((ushort)quantity);
        request.Expect(ReplyExpectation.Counted(function, quantity * 2));
    }

    public static void WriteSingle(ModbusRequest request, byte unit, byte function, ushort address, ushort value)
    {
        request.Begin(unit, function, isRead: false);
        request.Add(address);
        request.Add(value);
        request.Expect(ReplyExpectation.Echo(function, 5, 5));
    }

    public static void WriteCoils(ModbusRequest request, byte unit, ushort address, ReadOnlySpan<bool> values)
    {
        request.Begin(unit, 15, isRead: false);
        request.Add(address);
        request.Add((ushort)values.Length);
        request.Add((byte)((values.Length + 7) / 8));
        request.Add(values);
        request.Expect(ReplyExpectation.Echo(15, 5, 5));
    }

    public static void WriteRegisters(ModbusRequest request, byte unit, ushort address, ReadOnlySpan<ushort> values)
    {
        request.Begin(unit, 16, isRead: false);
        request.Add(address);
        request.Add((ushort)values.Length);
        request.Add((byte)(values.Length * 2));
        request.Add(values);
        request.Expect(ReplyExpectation.Echo(16, 5, 5));
    }

    public static void MaskWrite(ModbusRequest request, byte unit, ushort address, ushort andMask, ushort orMask)
    {
        request.Begin(unit, 22, isRead: false);
        request.Add(address);
        request.Add(andMask);
        request.Add(orMask);
        request.Expect(ReplyExpectation.Echo(22, 7, 7));
    }

    public static void ReadWrite(
        ModbusRequest request, byte unit, ushort readAddress, int quantity, ushort writeAddress, ReadOnlySpan<ushort> written)
    {
        request.Begin(unit, 23, isRead: false);
        request.Add(readAddress);
        request.Add((ushort)quantity);
        request.Add(writeAddress);
        request.Add((ushort)written.Length);
        request.Add((byte)(written.Length * 2));
        request.Add(written);
        request.Expect(ReplyExpectation.Counted(23, quantity * 2));
    }

    /// <summary>Sub-function 0 returns the data; the others return a value of their own.</summary>
    public static void Diagnostics(ModbusRequest request, byte unit, ushort subFunction, ushort data)
    {
        // Clearing counters and restarting a port are not to be repeated blindly; a loopback and reading a counter could be, and need not be.
        request.Begin(unit, 8, isRead: false);
        request.Add(subFunction);
        request.Add(data);
        request.Expect(ReplyExpectation.Echo(8, 5, subFunction == 0 ? 5 : 3));
    }

    public static void ReportServerId(ModbusRequest request, byte unit)
    {
        request.Begin(unit, 17, isRead: true);
        request.Expect(new ReplyExpectation(17, ReplyShape.SelfCounted, ModbusRequest.LongestPdu, 1));
    }

    public static void Identification(ModbusRequest request, byte unit, byte level, byte firstObject)
    {
        request.Begin(unit, 0x2B, isRead: true);
        request.Add(ReadDeviceIdentification);
        request.Add(level);
        request.Add(firstObject);
        request.Expect(new ReplyExpectation(0x2B, ReplyShape.Identification, ModbusRequest.LongestPdu, 3));
    }
}
