namespace Bridge.Devices.Osdp.Frames;

/// <summary>CRC-16 with polynomial 0x1021 and start 0x1D0F, most significant bit first. Sent low byte first; over a frame without its leading mark.</summary>
internal static class OsdpCrc
{
    public const int Length = 2;
    private const ushort Start = 0x1D0F;

    private static readonly ushort[] Table = BuildTable();

    public static ushort Compute(ReadOnlySpan<byte> bytes)
    {
        int crc = Start;
        foreach (var value in bytes)
        {
            crc = ((crc << 8) & 0xFFFF) ^ Table[(crc >> 8) ^ value];
        }

        return (ushort)crc;
    }

    private static ushort[] BuildTable()
    {
        var table = new ushort[256];
        for (var index = 0; index < table.Length; index++)
        {
            var value = index << 8;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 0x8000) != 0 ? ((value << 1) ^ 0x1021) & 0xFFFF : value << 1;
            }

            table[index] = (ushort)value;
        }

        return table;
    }
}
