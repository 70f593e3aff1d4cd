using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bridge.Journal.Register;

/// <summary>
/// HMAC-SHA-256 with the pepper over site, kind and value, each as a 4-byte big-endian length and its bytes. The kind is <c>card</c> or
/// <c>pin</c>; a card's value is its bit count (4 bytes, big-endian) and its bits, left aligned, with the unused bits zero; a PIN's is its digits.
/// </summary>
public sealed class CredentialHasher(byte[] pepper, string site)
{
    private readonly byte[] site = Encoding.UTF8.GetBytes(site);

    /// <param name="bits">Most significant first, left aligned; what lies behind <paramref name="bitCount"/> does not count.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer bits than promised.</exception>
    public CredentialDigest Card(ReadOnlySpan<byte> bits, int bitCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bitCount);
        var length = (bitCount + 7) / 8;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, bits.Length, nameof(bitCount));
        var value = new byte[4 + length];
        BinaryPrimitives.WriteInt32BigEndian(value, bitCount);
        bits[..length].CopyTo(value.AsSpan(4));
        if (bitCount % 8 != 0)
        {
            value[^1] &= (byte)(0xFF << (8 - (bitCount % 8)) & 0xFF);
        }

        return Digest("card"u8, value);
    }

    public CredentialDigest Pin(ReadOnlySpan<char> digits)
    {
        Span<byte> value = stackalloc byte[Encoding.UTF8.GetMaxByteCount(Math.Min(digits.Length, 64))];
        return Digest("pin"u8, value[..Encoding.UTF8.GetBytes(digits[..Math.Min(digits.Length, 64)], value)]);
    }

    /// <summary>Tells whether a register was made with this pepper.</summary>
    internal CredentialDigest Check() => Digest("check"u8, default);

    private CredentialDigest Digest(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> value)
    {
        var message = new byte[12 + site.Length + kind.Length + value.Length];
        var rest = Field(Field(Field(message, site), kind), value);
        System.Diagnostics.Debug.Assert(rest.IsEmpty);
        Span<byte> digest = stackalloc byte[CredentialDigest.Length];
        HMACSHA256.HashData(pepper, message, digest);
        CryptographicOperations.ZeroMemory(message);
        return CredentialDigest.From(digest);
    }

    private static Span<byte> Field(Span<byte> target, ReadOnlySpan<byte> field)
    {
        BinaryPrimitives.WriteInt32BigEndian(target, field.Length);
        field.CopyTo(target[4..]);
        return target[(4 + field.Length)..];
    }
}
