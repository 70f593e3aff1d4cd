using System.Security.Cryptography;

namespace Bridge.Devices.Osdp.Security;

/// <summary>
/// AES-128 over single blocks with one key. The one-call methods of <see cref="Aes"/> make a cipher each time; a line that polls for years keeps its
/// transforms and two blocks instead, and allocates nothing.
/// </summary>
internal sealed class BlockCipher : IDisposable
{
    public const int BlockLength = 16;

    private readonly Aes _aes;
    private readonly ICryptoTransform _encryptor;
    private readonly ICryptoTransform _decryptor;
    private readonly byte[] _input = new byte[BlockLength];
    private readonly byte[] _output = new byte[BlockLength];

    private BlockCipher(Aes aes, ICryptoTransform encryptor, ICryptoTransform decryptor)
    {
        _aes = aes;
        _encryptor = encryptor;
        _decryptor = decryptor;
    }

    public static BlockCipher For(ReadOnlySpan<byte> key)
    {
        var aes = Aes.Create();
        aes.Mode = CipherMode.ECB;
        aes.Padding = PaddingMode.None;
        aes.SetKey(key);
        return new BlockCipher(aes, aes.CreateEncryptor(), aes.CreateDecryptor());
    }

    /// <summary>One block; both spans may be the same.</summary>
    public void Encrypt(ReadOnlySpan<byte> block, Span<byte> result) => Transform(_encryptor, block, result);

    /// <summary>One block; both spans may be the same.</summary>
    public void Decrypt(ReadOnlySpan<byte> block, Span<byte> result) => Transform(_decryptor, block, result);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_input);
        CryptographicOperations.ZeroMemory(_output);
        _encryptor.Dispose();
        _decryptor.Dispose();
        _aes.Dispose();
    }

    private void Transform(ICryptoTransform transform, ReadOnlySpan<byte> block, Span<byte> result)
    {
        block[..BlockLength].CopyTo(_input);
        transform.TransformBlock(_input, 0, BlockLength, _output, 0);
        _output.CopyTo(result);
    }
}
