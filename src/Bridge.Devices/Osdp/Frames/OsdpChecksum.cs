namespace Bridge.Devices.Osdp.Frames;

/// <summary>The byte that makes the sum of a whole frame 0 modulo 256.</summary>
internal static class OsdpChecksum
{
    public const int Length = 1;

    public static byte Compute(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        foreach (var value in bytes)
        {
            sum += value;
        }

        return (byte)(-sum & 0xFF);
    }
}
