using System.Security.Cryptography;

namespace Bridge.Devices.Osdp.Security;

/// <summary>The data of a frame inside a session: AES-128-CBC, always padded. The start value is the complement of an authentication code.</summary>
internal static class MessageCipher
{
    /// <summary>With padding: at least one byte more than the data.</summary>
    public static int SealedLength(int dataLength) => ((dataLength / BlockCipher.BlockLength) + 1) * BlockCipher.BlockLength;

    /// <summary>Fills <paramref name="result"/>, which is <see cref="SealedLength"/> long and does not overlap the data.</summary>
    public static void Encrypt(BlockCipher key, ReadOnlySpan<byte> mac, ReadOnlySpan<byte> data, Span<byte> result)
    {
        Span<byte> chain = stackalloc byte[BlockCipher.BlockLength];
        Blocks.Complement(mac, chain);
        while (!result.IsEmpty)
        {
            var part = data[..Math.Min(data.Length, BlockCipher.BlockLength)];
            Blocks.Add(chain, part);
            if (result.Length == BlockCipher.BlockLength)
            {
                chain[part.Length] ^= Blocks.PaddingStart;
            }

            key.Encrypt(chain, chain);
            chain.CopyTo(result);
            data = data[part.Length..];
            result = result[BlockCipher.BlockLength..];
        }
    }

    /// <summary>
    /// The data without its padding at the front of <paramref name="result"/>. False, and nothing is left there, when the cipher text is not whole
    /// blocks or its padding is not one 80 and zeros.
    /// </summary>
    public static bool TryDecrypt(BlockCipher key, ReadOnlySpan<byte> mac, ReadOnlySpan<byte> cipherText, Span<byte> result, out int length)
    {
        length = 0;
        if (cipherText.IsEmpty || cipherText.Length % BlockCipher.BlockLength != 0)
        {
            return false;
        }

        Span<byte> chain = stackalloc byte[BlockCipher.BlockLength];
        Blocks.Complement(mac, chain);
        for (var place = 0; place < cipherText.Length; place += BlockCipher.BlockLength)
        {
            var block = result.Slice(place, BlockCipher.BlockLength);
            key.Decrypt(cipherText.Slice(place, BlockCipher.BlockLength), block);
            Blocks.Add(block, chain);
            cipherText.Slice(place, BlockCipher.BlockLength).CopyTo(chain);
        }

        var padded = result[..cipherText.Length];
        var last = padded.LastIndexOfAnyExcept((byte)0);
        if (last < padded.Length - BlockCipher.BlockLength || padded[last] != Blocks.PaddingStart)
        {
            CryptographicOperations.ZeroMemory(padded);
            return false;
        }

        length = last;
        return true;
    }
}
