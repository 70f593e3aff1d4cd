using System.Security.Cryptography;

namespace Bridge.Simulators.Osdp.Security;

/// <summary>AES-128 of single blocks: everything else of the secure channel is made of it here, step by step.</summary>
internal static class AesBlock
{
    public const int Length = 16;

    public static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> block)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptEcb(block, PaddingMode.None);
    }

    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> block)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptEcb(block, PaddingMode.None);
    }

    public static byte[] Xor(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var result = new byte[Length];
        for (var i = 0; i < Length; i++)
        {
            result[i] = (byte)(left[i] ^ right[i]);
        }

        return result;
    }

    public static byte[] Complement(ReadOnlySpan<byte> block)
    {
        var result = new byte[Length];
        for (var i = 0; i < Length; i++)
        {
            result[i] = (byte)(block[i] ^ 0xFF);
        }

        return result;
    }

    /// <summary>One byte 80 and zeros up to whole blocks.</summary>
    public static byte[] Padded(ReadOnlySpan<byte> bytes)
    {
        var padded = new byte[(bytes.Length + Length) / Length * Length];
        bytes.CopyTo(padded);
        padded[bytes.Length] = 0x80;
        return padded;
    }
}
