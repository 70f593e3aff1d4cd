namespace Bridge.Devices.Osdp.Security;

/// <summary>What cipher and authentication code share: padding and exclusive or.</summary>
internal static class Blocks
{
    public const byte PaddingStart = 0x80;

    /// <summary>Adds (exclusive or) up to a block onto the front of another.</summary>
    public static void Add(Span<byte> block, ReadOnlySpan<byte> other)
    {
        for (var index = 0; index < other.Length; index++)
        {
            block[index] ^= other[index];
        }
    }

    public static void Complement(ReadOnlySpan<byte> block, Span<byte> result)
    {
        for (var index = 0; index < block.Length; index++)
        {
            result[index] = (byte)(block[index] ^ 0xFF);
        }
    }
}
