using System.Text;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Devices;

/// <summary>The functions by which a unit tells about itself: 7, 8 (sub-function 0), 17 and 43/14.</summary>
internal static class Diagnosis
{
    public static ModbusException Answer(ModbusSlave slave, ReadOnlySpan<byte> body, Span<byte> reply, out int length)
    {
        length = 0;
        return body[0] switch
        {
            7 => Status(reply, out length),
            8 => Loopback(body, reply, out length),
            17 => ServerId(slave, reply, out length),
            _ => Identification(slave, body, reply, out length),
        };
    }

    private static ModbusException Status(Span<byte> reply, out int length)
    {
        reply[0] = 7;
        reply[1] = 0;
        length = 2;
        return ModbusException.None;
    }

    private static ModbusException Loopback(ReadOnlySpan<byte> body, Span<byte> reply, out int length)
    {
        length = body.Length;
        body.CopyTo(reply);
        return body.Length != 5 || body[1] != 0 || body[2] != 0 ? ModbusException.IllegalValue : ModbusException.None;
    }

    private static ModbusException ServerId(ModbusSlave slave, Span<byte> reply, out int length)
    {
        var count = Encoding.ASCII.GetBytes(slave.Model, reply[4..]);
        reply[0] = 17;
        reply[1] = (byte)(count + 2);
        reply[2] = slave.Unit;
        reply[3] = 0xFF;
        length = 4 + count;
        return ModbusException.None;
    }

    private static ModbusException Identification(ModbusSlave slave, ReadOnlySpan<byte> body, Span<byte> reply, out int length)
    {
        length = 0;
        if (body.Length != 4 || body[1] != 14)
        {
            return ModbusException.IllegalFunction;
        }

        if (body[2] != 1 || body[3] != 0)
        {
            return body[2] is >= 1 and <= 4 ? ModbusException.IllegalAddress : ModbusException.IllegalValue;
        }

        ReadOnlySpan<byte> head = [43, 14, 1, 1, 0, 0, 3];
        head.CopyTo(reply);
        length = head.Length;
        string[] objects = ["Simulated", slave.Model, "1.0"];
        for (var i = 0; i < objects.Length; i++)
        {
            reply[length] = (byte)i;
            reply[length + 1] = (byte)Encoding.ASCII.GetBytes(objects[i], reply[(length + 2)..]);
            length += 2 + objects[i].Length;
        }

        return ModbusException.None;
    }
}
