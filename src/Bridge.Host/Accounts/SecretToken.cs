using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bridge.Host.Accounts;

/// <summary>Random secrets that are handed out once and kept as a digest. They have 128 bits or more, so the digest needs no salt and no stretching.</summary>
internal static class SecretToken
{
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Groups = 6;
    private const int GroupLength = 5;

    /// <summary>256 bits, for programs.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>148 bits without letters that look alike, for people to type once.</summary>
    public static string NewCode() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength)));

    public static string NewId(string prefix) => $"{prefix}-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    public static string Digest(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static bool Matches(string token, string? digest) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Digest(token)), Encoding.ASCII.GetBytes(digest ?? Digest("")))
        && digest is not null;
}
