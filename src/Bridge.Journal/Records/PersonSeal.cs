using System.Security.Cryptography;
using System.Text;

namespace Bridge.Journal.Records;

/// <summary>AES-256-GCM over the canonical text of a person's fields, with the row's id as associated data: a row does not open under another id.</summary>
internal static class PersonSeal
{
    public const int KeyLength = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] Seal(string id, ReadOnlySpan<byte> canonical, ReadOnlySpan<byte> key)
    {
        var content = new byte[NonceLength + TagLength + canonical.Length];
        var nonce = content.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(
            nonce, canonical, content.AsSpan(NonceLength + TagLength), content.AsSpan(NonceLength, TagLength), Encoding.ASCII.GetBytes(id));
        return content;
    }

    /// <returns>Null when the key or the content is not the right one.</returns>
    public static byte[]? Open(string id, ReadOnlySpan<byte> content, ReadOnlySpan<byte> key)
    {
        if (content.Length < NonceLength + TagLength || key.Length != KeyLength)
        {
            return null;
        }

        var canonical = new byte[content.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        try
        {
            cipher.Decrypt(
                content[..NonceLength], content[(NonceLength + TagLength)..], content.Slice(NonceLength, TagLength), canonical, Encoding.ASCII.GetBytes(id));
            return canonical;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
