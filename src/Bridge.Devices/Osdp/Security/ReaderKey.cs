using System.Buffers;
using System.Security.Cryptography;

namespace Bridge.Devices.Osdp.Security;

/// <summary>A base key (SCBK) of a reader, or a site's master key: 16 secret bytes. Never shown; wiped when disposed of.</summary>
internal sealed class ReaderKey : IDisposable
{
    public const int Length = 16;

    // Pinned, so that the collector leaves no copies behind that nobody wipes.
    private readonly byte[] _bytes = GC.AllocateArray<byte>(Length, pinned: true);

    private ReaderKey()
    {
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>A new random key.</summary>
    public static ReaderKey Random()
    {
        var key = new ReaderKey();
        RandomNumberGenerator.Fill(key._bytes);
        return key;
    }

    /// <summary>A copy of 16 bytes; whether they are a good key is for <see cref="KeyRules"/> to say.</summary>
    public static ReaderKey From(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Length);
        var key = new ReaderKey();
        bytes.CopyTo(key._bytes);
        return key;
    }

    /// <summary>32 hexadecimal digits; null when the text is anything else.</summary>
    public static ReaderKey? Parse(ReadOnlySpan<char> text)
    {
        var key = new ReaderKey();
        if (text.Length == 2 * Length && Convert.FromHexString(text, key._bytes, out _, out _) == OperationStatus.Done)
        {
            return key;
        }

        key.Dispose();
        return null;
    }

    /// <summary>The key that every reader knows and that is printed in the standard (SCBK-D). For enrolment alone.</summary>
    public static ReaderKey Default()
    {
        var key = new ReaderKey();
        for (var index = 0; index < Length; index++)
        {
            key._bytes[index] = (byte)(0x30 + index);
        }

        return key;
    }

    public bool Matches(ReaderKey other) => CryptographicOperations.FixedTimeEquals(_bytes, other._bytes);

    public override string ToString() => nameof(ReaderKey);

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}
