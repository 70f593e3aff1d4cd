namespace Bridge.Devices.Osdp.Security;

/// <summary>The authentication code of a frame: a chain over its blocks that starts with the code of the frame before it.</summary>
internal static class MessageMac
{
    public const int Length = BlockCipher.BlockLength;

    /// <summary>The full 16 bytes, of which a frame carries the first 4. A last block that is not full is padded with 80 00..; a full one is not.</summary>
    public static void Compute(SessionKeys keys, ReadOnlySpan<byte> previous, ReadOnlySpan<byte> covered, Span<byte> mac)
    {
        Span<byte> chain = stackalloc byte[BlockCipher.BlockLength];
        previous[..BlockCipher.BlockLength].CopyTo(chain);
        while (covered.Length > BlockCipher.BlockLength)
        {
            Blocks.Add(chain, covered[..BlockCipher.BlockLength]);
            keys.FirstMac.Encrypt(chain, chain);
            covered = covered[BlockCipher.BlockLength..];
        }

        Blocks.Add(chain, covered);
        if (covered.Length < BlockCipher.BlockLength)
        {
            chain[covered.Length] ^= Blocks.PaddingStart;
        }

        keys.LastMac.Encrypt(chain, mac);
    }
}
