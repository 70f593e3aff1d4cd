namespace Bridge.Simulators.Osdp.Wire;

/// <summary>The two checks of an OSDP packet. Written apart from the product's own, so that a mistake there is seen.</summary>
public static class OsdpCheck
{
    private const int Start = 0x1D0F;
    private const int Polynomial = 0x1021;
    private const byte UsesCrc = 4;

    public static ushort Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = Start;
        foreach (var each in bytes)
        {
            crc ^= each << 8;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x8000) == 0 ? crc << 1 : ((crc << 1) ^ Polynomial) & 0xFFFF;
            }
        }

        return (ushort)crc;
    }

    /// <summary>What makes the sum of the packet a multiple of 256.</summary>
    public static byte Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        foreach (var each in bytes)
        {
            sum += each;
        }

        return (byte)(-sum & 0xFF);
    }

    /// <summary>Bytes that the check of this control byte takes.</summary>
    public static int Length(byte control) => (control & UsesCrc) != 0 ? 2 : 1;

    /// <summary>Writes the check over the last bytes of a whole packet, of the kind its control byte names.</summary>
    public static void Write(Span<byte> packet)
    {
        if ((packet[4] & UsesCrc) == 0)
        {
            packet[^1] = Sum(packet[..^1]);
            return;
        }

        var crc = Crc(packet[..^2]);
        packet[^2] = (byte)(crc & 0xFF);
        packet[^1] = (byte)(crc >> 8);
    }

    public static bool Holds(ReadOnlySpan<byte> packet) => (packet[4] & UsesCrc) == 0
        ? packet[^1] == Sum(packet[..^1])
        : Crc(packet[..^2]) == (packet[^2] | (packet[^1] << 8));
}
