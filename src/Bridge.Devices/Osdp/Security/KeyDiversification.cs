using System.Security.Cryptography;

namespace Bridge.Devices.Osdp.Security;

/// <summary>A reader's own key from the site's master key and the reader's 8 bytes about itself (cUID). Whoever has the master key has them all.</summary>
internal static class KeyDiversification
{
    private const int ClientIdLength = 8;

    public static ReaderKey Derive(ReaderKey master, ReadOnlySpan<byte> clientId)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(clientId.Length, ClientIdLength);
        Span<byte> block = stackalloc byte[BlockCipher.BlockLength];
        clientId.CopyTo(block);
        Blocks.Complement(clientId, block[ClientIdLength..]);
        using var cipher = BlockCipher.For(master.Bytes);
        cipher.Encrypt(block, block);
        var key = ReaderKey.From(block);
        CryptographicOperations.ZeroMemory(block);
        return key;
    }
}
