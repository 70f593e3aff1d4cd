using System.Security.Cryptography;

namespace Bridge.Journal.Register;

/// <summary>An opaque id: 100 random bits as 20 letters and digits (RFC 4648 base 32, lower case). It says nothing about whom it names.</summary>
internal static class RandomId
{
    private const int Length = 20;

    public static string Next() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", Length);
}
