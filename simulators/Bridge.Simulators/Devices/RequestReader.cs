using System.Buffers.Binary;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Devices;

/// <summary>Executes one request body on a slave (application protocol V1.1b3, section 6).</summary>
internal static class RequestReader
{
    public static int Answer(ModbusSlave slave, ReadOnlySpan<byte> body, Span<byte> reply)
    {
        if (body.IsEmpty)
        {
            return 0;
        }

        var length = 0;
        var refusal = slave.Knows(body[0]) ? Execute(slave, body, reply, out length) : ModbusException.IllegalFunction;
        if (refusal == ModbusException.None)
        {
            return length;
        }

        reply[0] = (byte)(body[0] | 0x80);
        reply[1] = (byte)refusal;
        return 2;
    }

    private static ModbusException Execute(ModbusSlave slave, ReadOnlySpan<byte> body, Span<byte> reply, out int length)
    {
        length = 0;
        return body[0] switch
        {
            1 => ReadBits(slave, BitTable.Coils, body, reply, out length),
            2 => ReadBits(slave, BitTable.DiscreteInputs, body, reply, out length),
            3 => ReadRegisters(slave, RegisterTable.Holding, body, reply, out length),
            4 => ReadRegisters(slave, RegisterTable.Input, body, reply, out length),
            5 => RequestWriter.WriteCoil(slave, body, reply, out length),
            6 => RequestWriter.WriteRegister(slave, body, reply, out length),
            15 => RequestWriter.WriteCoils(slave, body, reply, out length),
            16 => RequestWriter.WriteRegisters(slave, body, reply, out length),
            22 => RequestWriter.MaskRegister(slave, body, reply, out length),
            23 => WriteThenRead(slave, body, reply, out length),
            7 or 8 or 17 or 43 => Diagnosis.Answer(slave, body, reply, out length),
            _ => ModbusException.IllegalFunction,
        };
    }

    private static ModbusException ReadBits(ModbusSlave slave, BitTable table, ReadOnlySpan<byte> body, Span<byte> reply, out int length)
    {
        length = 0;
        if (body.Length != 5)
        {
            return ModbusException.IllegalValue;
        }

        var address = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
        var quantity = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
        if (quantity is < 1 or > 2000)
        {
            return ModbusException.IllegalValue;
        }

        var count = (quantity + 7) / 8;
        reply[..(2 + count)].Clear();
        for (var i = 0; i < quantity; i++)
        {
            if (!slave.TryRead(table, address + i, out var on))
            {
                return ModbusException.IllegalAddress;
            }

            reply[2 + (i / 8)] |= (byte)((on ? 1 : 0) << (i % 8));
        }

        reply[0] = body[0];
        reply[1] = (byte)count;
        length = 2 + count;
        return ModbusException.None;
    }

    private static ModbusException ReadRegisters(
        ModbusSlave slave, RegisterTable table, ReadOnlySpan<byte> body, Span<byte> reply, out int length)
    {
        length = 0;
        if (body.Length < 5)
        {
            return ModbusException.IllegalValue;
        }

        var address = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
        var quantity = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
        if (quantity is < 1 or > 125)
        {
            return ModbusException.IllegalValue;
        }

        for (var i = 0; i < quantity; i++)
        {
            if (!slave.TryRead(table, address + i, out var value))
            {
                return ModbusException.IllegalAddress;
            }

            BinaryPrimitives.WriteUInt16BigEndian(reply[(2 + (2 * i))..], value);
        }

        reply[0] = body[0];
        reply[1] = (byte)(2 * quantity);
        length = 2 + (2 * quantity);
        return ModbusException.None;
    }

    /// <summary>Function 23: the write happens first.</summary>
    private static ModbusException WriteThenRead(ModbusSlave slave, ReadOnlySpan<byte> body, Span<byte> reply, out int length)
    {
        length = 0;
        if (body.Length < 10)
        {
            return ModbusException.IllegalValue;
        }

        var refusal = RequestWriter.WriteBlock(slave, body[5..], 121, out _);
        return refusal == ModbusException.None ? ReadRegisters(slave, RegisterTable.Holding, body[..5], reply, out length) : refusal;
    }
}
