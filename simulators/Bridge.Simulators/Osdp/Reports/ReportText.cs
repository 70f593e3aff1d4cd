namespace Bridge.Simulators.Osdp.Reports;

/// <summary>How cards and keys are written in reports.</summary>
internal static class ReportText
{
    private const byte FirstReader = 0;
    private const byte Enter = 0x0D;
    private const byte Clear = 0x7F;

    /// <summary>The first bit is the highest of the first byte; the rest of the last byte is zero.</summary>
    public static byte[] Card(string bits, byte format)
    {
        var payload = new byte[4 + ((bits.Length + 7) / 8)];
        payload[0] = FirstReader;
        payload[1] = format;
        payload[2] = (byte)(bits.Length & 0xFF);
        payload[3] = (byte)(bits.Length >> 8);
        for (var i = 0; i < bits.Length; i++)
        {
            payload[4 + (i / 8)] |= (byte)(bits[i] == '1' ? 0x80 >> (i % 8) : 0);
        }

        return payload;
    }

    public static byte[] Keys(string keys) => [FirstReader, (byte)keys.Length, .. keys.Select(Key)];

    private static byte Key(char key) => key switch
    {
        '#' => Enter,
        '*' => Clear,
        _ => (byte)key,
    };
}
