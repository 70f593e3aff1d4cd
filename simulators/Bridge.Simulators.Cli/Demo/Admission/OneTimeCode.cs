using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Bridge.Simulators.Cli.Demo.Admission;

/// <summary>What an authenticator shows: RFC 6238, six digits of 30 seconds.</summary>
internal static class OneTimeCode
{
    public static string Of(string base32, DateTimeOffset now)
    {
        var bits = string.Concat(base32.Select(letter => Convert.ToString(letter >= 'A' ? letter - 'A' : letter - '2' + 26, 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2)).ToArray();
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What authenticators use.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1000000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
