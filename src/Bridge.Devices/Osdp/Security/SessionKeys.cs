using System.Security.Cryptography;

namespace Bridge.Devices.Osdp.Security;

/// <summary>The three keys of one session (S-ENC, S-MAC1, S-MAC2), derived from the base key and the panel's random number.</summary>
internal sealed class SessionKeys : IDisposable
{
    /// <summary>Bytes of each side's random number.</summary>
    public const int RandomLength = 8;

    internal const byte EncryptionPurpose = 0x82;
    internal const byte FirstMacPurpose = 0x01;
    internal const byte LastMacPurpose = 0x02;

    // Only these enter the keys: a weakness of the protocol, stated in the standard.
    private const int RandomBytesUsed = 6;

    private SessionKeys(BlockCipher encryption, BlockCipher firstMac, BlockCipher lastMac)
    {
        Encryption = encryption;
        FirstMac = firstMac;
        LastMac = lastMac;
    }

    public BlockCipher Encryption { get; }

    /// <summary>S-MAC1: for all blocks but the last.</summary>
    public BlockCipher FirstMac { get; }

    /// <summary>S-MAC2: for the last block.</summary>
    public BlockCipher LastMac { get; }

    public static SessionKeys Derive(ReadOnlySpan<byte> baseKey, ReadOnlySpan<byte> panelRandom)
    {
        using var cipher = BlockCipher.For(baseKey);
        return new SessionKeys(
            Cipher(cipher, EncryptionPurpose, panelRandom),
            Cipher(cipher, FirstMacPurpose, panelRandom),
            Cipher(cipher, LastMacPurpose, panelRandom));
    }

    /// <summary>Three keys that are known, as published examples have them.</summary>
    internal static SessionKeys From(ReadOnlySpan<byte> encryption, ReadOnlySpan<byte> firstMac, ReadOnlySpan<byte> lastMac) =>
        new(BlockCipher.For(encryption), BlockCipher.For(firstMac), BlockCipher.For(lastMac));

    internal static void DeriveOne(BlockCipher baseKey, byte purpose, ReadOnlySpan<byte> panelRandom, Span<byte> key)
    {
        Span<byte> block = stackalloc byte[BlockCipher.BlockLength];
        block.Clear();
        block[0] = 0x01;
        block[1] = purpose;
        panelRandom[..RandomBytesUsed].CopyTo(block[2..]);
        baseKey.Encrypt(block, key);
    }

    public void Dispose()
    {
        Encryption.Dispose();
        FirstMac.Dispose();
        LastMac.Dispose();
    }

    private static BlockCipher Cipher(BlockCipher baseKey, byte purpose, ReadOnlySpan<byte> panelRandom)
    {
        Span<byte> key = stackalloc byte[ReaderKey.Length];
        DeriveOne(baseKey, purpose, panelRandom, key);
        var cipher = BlockCipher.For(key);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }
}
