using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>Calls of the master whose result is a text that a table can hold.</summary>
internal static class SpokenCalls
{
    public static string Say(ModbusReply reply) =>
        reply.Outcome == ModbusOutcome.Exception ? $"Exception {reply.ExceptionCode}" : reply.Outcome.ToString();

    public static string Bits(ModbusMaster master, byte unit, ModbusTable table, ushort address, int quantity)
    {
        var values = new bool[quantity];
        return WithValues(master.ReadBits(unit, table, address, values), string.Concat(values.Select(value => value ? '1' : '0')));
    }

    public static string Registers(ModbusMaster master, ModbusTable table, ushort address, int quantity)
    {
        var values = new ushort[quantity];
        return WithValues(master.ReadRegisters(1, table, address, values), string.Join(' ', values));
    }

    public static string ServerId(ModbusMaster master)
    {
        var data = new byte[251];
        var reply = master.ReportServerId(1, data);
        return WithValues(reply, Frames.Text(data.AsSpan(0, reply.Count)));
    }

    public static string Identification(ModbusMaster master) => Identification(master, default);

    public static string Identification(ModbusMaster master, ModbusCallOptions options)
    {
        var objects = new List<ModbusIdentityObject>();
        return WithValues(master.ReadDeviceIdentification(1, 1, objects, options), string.Join(' ', objects.Select(item => $"{item.Id}={item.Text}")));
    }

    public static string ReadWrite(ModbusMaster master)
    {
        var values = new ushort[6];
        return WithValues(master.ReadWriteRegisters(1, 3, values, 14, [0xFF, 0xFF, 0xFF]), string.Join(' ', values));
    }

    public static string Loop(ModbusMaster master, byte unit, ushort subFunction, ushort data, ModbusCallOptions options = default)
    {
        var reply = master.Diagnostics(unit, subFunction, data, out var answer, options);
        return reply.IsOk ? $"Ok: {answer:X4}" : Say(reply);
    }

    private static string WithValues(ModbusReply reply, string values) => reply.IsOk ? $"Ok {reply.Count}: {values}" : Say(reply);
}
