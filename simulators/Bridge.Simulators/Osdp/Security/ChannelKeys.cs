namespace Bridge.Simulators.Osdp.Security;

/// <summary>The three keys of one session.</summary>
public sealed record ChannelKeys(byte[] Encryption, byte[] FirstMac, byte[] LastMac)
{
    /// <param name="baseKey">The reader's key.</param>
    /// <param name="challenge">The eight random bytes of the control panel, of which six count.</param>
    public static ChannelKeys Derive(byte[] baseKey, ReadOnlySpan<byte> challenge) =>
        new(Key(baseKey, 0x82, challenge), Key(baseKey, 0x01, challenge), Key(baseKey, 0x02, challenge));

    public byte[] ClientCryptogram(ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> answer) => AesBlock.Encrypt(Encryption, [.. challenge, .. answer]);

    public byte[] ServerCryptogram(ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> answer) => AesBlock.Encrypt(Encryption, [.. answer, .. challenge]);

    public byte[] InitialMac(ReadOnlySpan<byte> serverCryptogram) => AesBlock.Encrypt(LastMac, AesBlock.Encrypt(FirstMac, serverCryptogram));

    /// <summary>The whole authentication code of a message, sixteen bytes.</summary>
    public byte[] Mac(byte[] previous, ReadOnlySpan<byte> message)
    {
        var blocks = message.Length % AesBlock.Length == 0 ? message : AesBlock.Padded(message);
        var chained = previous;
        while (blocks.Length > AesBlock.Length)
        {
            chained = AesBlock.Encrypt(FirstMac, AesBlock.Xor(chained, blocks[..AesBlock.Length]));
            blocks = blocks[AesBlock.Length..];
        }

        return AesBlock.Encrypt(LastMac, AesBlock.Xor(chained, blocks));
    }

    public byte[] Encrypt(byte[] previous, ReadOnlySpan<byte> payload)
    {
        var bytes = AesBlock.Padded(payload);
        var chained = AesBlock.Complement(previous);
        for (var at = 0; at < bytes.Length; at += AesBlock.Length)
        {
            chained = AesBlock.Encrypt(Encryption, AesBlock.Xor(chained, bytes.AsSpan(at, AesBlock.Length)));
            chained.CopyTo(bytes, at);
        }

        return bytes;
    }

    /// <summary>Null where the length or the padding is wrong.</summary>
    public byte[]? Decrypt(byte[] previous, ReadOnlySpan<byte> encrypted)
    {
        if (encrypted.Length == 0 || encrypted.Length % AesBlock.Length != 0)
        {
            return null;
        }

        var bytes = new byte[encrypted.Length];
        ReadOnlySpan<byte> chained = AesBlock.Complement(previous);
        for (var at = 0; at < bytes.Length; at += AesBlock.Length)
        {
            var block = encrypted.Slice(at, AesBlock.Length);
            AesBlock.Xor(AesBlock.Decrypt(Encryption, block), chained).CopyTo(bytes, at);
            chained = block;
        }

        var end = bytes.AsSpan().LastIndexOfAnyExcept((byte)0);
        return end >= 0 && bytes[end] == 0x80 ? bytes[..end] : null;
    }

    private static byte[] Key(byte[] baseKey, byte purpose, ReadOnlySpan<byte> challenge) =>
        AesBlock.Encrypt(baseKey, [0x01, purpose, .. challenge[..6], 0, 0, 0, 0, 0, 0, 0, 0]);
}
