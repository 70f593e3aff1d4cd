using System.Globalization;
using System.Security.Cryptography;

namespace Bridge.Host.Tests.Api;

/// <summary>An authenticator app, written from RFC 6238 and 4648 apart from the product's.</summary>
internal static class Authenticator
{
    public static string Code(string base32, DateTimeOffset now)
    {
        var bits = string.Concat(base32.Select(letter => Convert.ToString(letter >= 'A' ? letter - 'A' : letter - '2' + 26, 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes(now.ToUnixTimeSeconds() / 30);
        Array.Reverse(counter);
#pragma warning disable CA5350 // The apps know this one.
        using var mac = new HMACSHA1(key);
#pragma warning restore CA5350
        var hash = mac.ComputeHash(counter);
        var at = hash[19] & 0xf;
        var number = ((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1000000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
