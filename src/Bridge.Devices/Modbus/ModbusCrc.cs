namespace Bridge.Devices.Modbus;

/// <summary>CRC-16/MODBUS: polynomial 0xA001 reflected, start 0xFFFF. Sent low byte first; over a whole frame with its CRC it is 0.</summary>
public static class ModbusCrc
{
    internal const ushort Start = 0xFFFF;

    private static readonly ushort[] Table = BuildTable();

    public static ushort Compute(ReadOnlySpan<byte> bytes)
    {
        var crc = Start;
        foreach (var value in bytes)
        {
            crc = Add(crc, value);
        }

        return crc;
    }

    internal static ushort Add(ushort crc, byte value) => (ushort)((crc >> 8) ^ Table[(crc ^ value) & 0xFF]);

    private static ushort[] BuildTable()
    {
        var table = new ushort[256];
        for (var index = 0; index < table.Length; index++)
        {
            var value = (ushort)index;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (ushort)((value & 1) != 0 ? (value >> 1) ^ 0xA001 : value >> 1);
            }

            table[index] = value;
        }

        return table;
    }
}
