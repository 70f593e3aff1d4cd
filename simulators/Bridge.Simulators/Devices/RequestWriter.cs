using System.Buffers.Binary;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Devices;

/// <summary>The writing half of <see cref="RequestReader"/>.</summary>
internal static class RequestWriter
{
    public static ModbusException WriteCoil(ModbusSlave slave, ReadOnlySpan<byte> body, Span<byte> reply, out int length)
    {
        length = 0;
        return body.Length != 5
            ? ModbusException.IllegalValue
            : Echo(slave.WriteCoil(Word(body, 1), Word(body, 3)), body, reply, out length);
    }

    public static ModbusException WriteRegister(ModbusSlave slave, ReadOnlySpan<byte> body, Span<byte> reply, out int length)
    {
        length = 0;
        return body.Length != 5
            ? ModbusException.IllegalValue
            : Echo(slave.WriteRegister(Word(body, 1), Word(body, 3)), body, reply, out length);
    }

    public static ModbusException WriteCoils(ModbusSlave slave, ReadOnlySpan<byte> body, Span<byte> reply, out int length)
    {
        length = 0;
        if (body.Length < 7)
        {
            return ModbusException.IllegalValue;
        }

        var address = Word(body, 1);
        var quantity = Word(body, 3);
        if (quantity is < 1 or > 1968 || body[5] != (quantity + 7) / 8 || body.Length != 6 + body[5])
        {
            return ModbusException.IllegalValue;
        }

        for (var i = 0; i < quantity; i++)
        {
            var on = (body[6 + (i / 8)] >> (i % 8) & 1) == 1;
            var refusal = slave.WriteCoil(address + i, on ? (ushort)0xFF00 : (ushort)0);
            if (refusal != ModbusException.None)
            {
                return refusal;
            }
        }

        return Echo(ModbusException.None, body[..5], reply, out length);
    }

    public static ModbusException WriteRegisters(ModbusSlave slave, ReadOnlySpan<byte> body, Span<byte> reply, out int length)
    {
        length = 0;
        if (body.Length < 6)
        {
            return ModbusException.IllegalValue;
        }

        var refusal = WriteBlock(slave, body[1..], 123, out _);
        return Echo(refusal, body[..5], reply, out length);
    }

    public static ModbusException MaskRegister(ModbusSlave slave, ReadOnlySpan<byte> body, Span<byte> reply, out int length)
    {
        length = 0;
        if (body.Length != 7)
        {
            return ModbusException.IllegalValue;
        }

        if (!slave.TryRead(RegisterTable.Holding, Word(body, 1), out var current))
        {
            return ModbusException.IllegalAddress;
        }

        var and = Word(body, 3);
        var or = Word(body, 5);
        var value = (ushort)((current & and) | (or & ~and & 0xFFFF));
        return Echo(slave.WriteRegister(Word(body, 1), value), body, reply, out length);
    }

    /// <summary>Address, quantity, byte count and values, as in functions 16 and 23.</summary>
    public static ModbusException WriteBlock(ModbusSlave slave, ReadOnlySpan<byte> block, int most, out int quantity)
    {
        var address = Word(block, 0);
        quantity = Word(block, 2);
        if (quantity < 1 || quantity > most || block[4] != 2 * quantity || block.Length != 5 + block[4])
        {
            return ModbusException.IllegalValue;
        }

        for (var i = 0; i < quantity; i++)
        {
            var refusal = slave.WriteRegister(address + i, Word(block, 5 + (2 * i)));
            if (refusal != ModbusException.None)
            {
                return refusal;
            }
        }

        return ModbusException.None;
    }

    private static ModbusException Echo(ModbusException refusal, ReadOnlySpan<byte> echo, Span<byte> reply, out int length)
    {
        length = echo.Length;
        echo.CopyTo(reply);
        return refusal;
    }

    private static ushort Word(ReadOnlySpan<byte> body, int index) => BinaryPrimitives.ReadUInt16BigEndian(body[index..]);
}
