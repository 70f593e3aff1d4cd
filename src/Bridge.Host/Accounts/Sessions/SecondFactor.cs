using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>Time-based codes (RFC 6238): six digits, 30 s, SHA-1, as every authenticator app makes them.</summary>
internal static class SecondFactor
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int KeyLength = 20;
    private const int StepSeconds = 30;

    // A step before and after: half a minute between the clocks of the two.
    private const int Drift = 1;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <returns>The time step that the code belongs to, or null: wrong, or not later than the last one that was used.</returns>
    public static long? Match(byte[] key, string code, DateTimeOffset now, long lastUsed)
    {
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(key, step)), Encoding.UTF8.GetBytes(code)) && step > lastUsed)
            {
                found = step;
            }
        }

        return found;
    }

    public static string Base32(byte[] key)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < key.Length * 8; bit += 5)
        {
            var pair = (key[bit / 8] << 8) | (bit / 8 + 1 < key.Length ? key[bit / 8 + 1] : 0);
            text.Append(Alphabet[(pair >> (11 - bit % 8)) & 31]);
        }

        return text.ToString();
    }

    /// <summary>As an authenticator app reads it from a picture or a link.</summary>
    public static string Address(string name, string base32) => $"otpauth://totp/AccessBridge:{Uri.EscapeDataString(name)}?secret={base32}&issuer=AccessBridge";

    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // The standard's algorithm, which is what the apps know; as a MAC it is sound.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
