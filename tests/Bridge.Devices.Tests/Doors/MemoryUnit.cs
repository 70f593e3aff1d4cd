namespace Bridge.Devices.Tests.Doors;

/// <summary>A unit that is only memory: it answers every read of its tables and takes every write, whatever a maker would make of it.</summary>
internal sealed class MemoryUnit
{
    public Dictionary<ushort, ushort> Holding { get; } = [];

    public Dictionary<ushort, ushort> Inputs { get; } = [];

    public HashSet<ushort> Coils { get; } = [];

    public HashSet<ushort> Discretes { get; } = [];

    /// <summary>The bodies of functions 5, 6, 15 and 16 in order.</summary>
    public List<byte[]> Writes { get; } = [];

    /// <summary>Answers with this exception code instead, when it is not 0.</summary>
    public Func<byte[], byte> Refuse { get; set; } = _ => 0;

    public byte[] Answer(byte[] body)
    {
        if (Refuse(body) is var code and not 0)
        {
            return [(byte)(body[0] | 0x80), code];
        }

        var address = (ushort)((body[1] << 8) | body[2]);
        var second = (ushort)((body[3] << 8) | body[4]);
        return body[0] switch
        {
            1 => Bits(1, address, second, Coils),
            2 => Bits(2, address, second, Discretes),
            3 => Words(3, address, second, Holding),
            4 => Words(4, address, second, Inputs),
            5 => Written(body, () => _ = second == 0 ? Coils.Remove(address) : Coils.Add(address)),
            6 => Written(body, () => Holding[address] = second),
            8 => body,
            16 => Written(body, () =>
            {
                for (var index = 0; index < second; index++)
                {
                    Holding[(ushort)(address + index)] = (ushort)((body[6 + (2 * index)] << 8) | body[7 + (2 * index)]);
                }
            })[..5],
            _ => [(byte)(body[0] | 0x80), 1],
        };
    }

    private static byte[] Bits(byte function, ushort address, int count, HashSet<ushort> bits)
    {
        var data = new byte[(count + 7) / 8];
        for (var index = 0; index < count; index++)
        {
            data[index / 8] |= (byte)((bits.Contains((ushort)(address + index)) ? 1 : 0) << (index % 8));
        }

        return [function, (byte)data.Length, .. data];
    }

    private static byte[] Words(byte function, ushort address, int count, Dictionary<ushort, ushort> words)
    {
        var values = Enumerable.Range(address, count).Select(each => words.GetValueOrDefault((ushort)each));
        return [function, (byte)(2 * count), .. values.SelectMany(value => new[] { (byte)(value >> 8), (byte)(value & 0xFF) })];
    }

    private byte[] Written(byte[] body, Action write)
    {
        Writes.Add(body);
        write();
        return body;
    }
}
