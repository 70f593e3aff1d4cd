namespace Bridge.Devices.Osdp.Security;

/// <summary>The proofs of the handshake. Each is one or two blocks under the session's keys.</summary>
internal static class Cryptogram
{
    public const int Length = BlockCipher.BlockLength;

    /// <summary>The reader's proof: its own random number last.</summary>
    public static void Client(SessionKeys keys, ReadOnlySpan<byte> panelRandom, ReadOnlySpan<byte> readerRandom, Span<byte> result) =>
        Join(keys, panelRandom, readerRandom, result);

    /// <summary>The panel's proof: its own random number last.</summary>
    public static void Server(SessionKeys keys, ReadOnlySpan<byte> panelRandom, ReadOnlySpan<byte> readerRandom, Span<byte> result) =>
        Join(keys, readerRandom, panelRandom, result);

    /// <summary>R-MAC-I, with which the chain of authentication codes starts.</summary>
    public static void InitialMac(SessionKeys keys, ReadOnlySpan<byte> serverCryptogram, Span<byte> result)
    {
        keys.FirstMac.Encrypt(serverCryptogram, result);
        keys.LastMac.Encrypt(result, result);
    }

    private static void Join(SessionKeys keys, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Span<byte> result)
    {
        Span<byte> block = stackalloc byte[BlockCipher.BlockLength];
        first[..SessionKeys.RandomLength].CopyTo(block);
        second[..SessionKeys.RandomLength].CopyTo(block[SessionKeys.RandomLength..]);
        keys.Encryption.Encrypt(block, result);
    }
}
