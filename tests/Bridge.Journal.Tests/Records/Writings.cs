using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bridge.Journal.Tests.Records;

/// <summary>Forty ways to write a name or a number. Two of them are the plain one in a compressed stream, which <see cref="Haystack"/> unfolds.</summary>
internal static class Writings
{
#pragma warning disable CA5351 // What is looked for is what others may have made, broken digests too.
    public static IReadOnlyList<Writing> All { get; } =
    [
        new("UTF-8", "files, logs, JSON, MQTT", Utf8),
        new("UTF-16 little-endian", "strings of .NET and Windows in memory and dumps", Encoding.Unicode.GetBytes),
        new("UTF-16 big-endian", "Java, old databases", Encoding.BigEndianUnicode.GetBytes),
        new("UTF-32 little-endian", "wide strings on Linux", Encoding.UTF32.GetBytes),
        new("UTF-32 big-endian", "the same of another machine", text => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetBytes(text)),
        new("GB18030", "Chinese intercoms, pagers, printers and spreadsheets", text => Encoding.GetEncoding("GB18030").GetBytes(text)),
        new("Big5", "the same in Hong Kong", Big5),
        new("UTF-7", "mail", Utf7),
        new("base64", "JSON with bytes, basic authentication", text => Base64(Utf8(text), 0)),
        new("base64, one byte on", "the same behind one byte", text => Base64(Utf8(text), 1)),
        new("base64, two bytes on", "the same behind two", text => Base64(Utf8(text), 2)),
        new("base64 of UTF-16", "shell and registry of Windows", text => Base64(Encoding.Unicode.GetBytes(text), 0)),
        new("base64 of UTF-16, one byte on", "", text => Base64(Encoding.Unicode.GetBytes(text), 1)),
        new("base64 of UTF-16, two bytes on", "", text => Base64(Encoding.Unicode.GetBytes(text), 2)),
        new("base64url", "tokens", text => Ascii(Text(Base64(Utf8(text), 0)).Replace('+', '-').Replace('/', '_'))),
        new("hex", "dumps, digests, traces of lines", text => Ascii(Convert.ToHexStringLower(Utf8(text)))),
        new("HEX", "the same", text => Ascii(Convert.ToHexString(Utf8(text)))),
        new("hex of UTF-16", "code points one after the other", text => Ascii(Convert.ToHexStringLower(Encoding.BigEndianUnicode.GetBytes(text)))),
        new("HEX with dashes", "BitConverter", text => Ascii(BitConverter.ToString(Utf8(text)))),
        new("hex with spaces", "line monitors", text => Ascii(BitConverter.ToString(Utf8(text)).Replace('-', ' ').ToLowerInvariant())),
        new("percent", "addresses", text => Ascii(Percent(text))),
        new("percent, small", "the same of another library", text => Ascii(Percent(text).ToLowerInvariant())),
        new("JSON escapes", "System.Text.Json", text => Ascii(Each(text, letter => $"\\u{(int)letter:x4}"))),
        new("JSON ESCAPES", "the same with capital digits", text => Ascii(Each(text, letter => $"\\u{(int)letter:X4}"))),
        new("HTML, decimal", "pages", text => Ascii(Each(text, letter => $"&#{(int)letter};"))),
        new("HTML, hexadecimal", "pages", text => Ascii(Each(text, letter => $"&#x{(int)letter:X};"))),
        new("quoted-printable", "mail", text => Ascii(string.Concat(Utf8(text).Select(one => $"={one:X2}")))),
        new("C escapes, hexadecimal", "logs of other programs", text => Ascii(string.Concat(Utf8(text).Select(one => $"\\x{one:x2}")))),
        new("C escapes, octal", "mosquitto and shells", text => Ascii(string.Concat(Utf8(text).Select(one => $"\\{Convert.ToString(one, 8).PadLeft(3, '0')}")))),
        new("punycode", "names of hosts", text => Ascii(new IdnMapping().GetAscii(string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).Normalize(NormalizationForm.FormC)))),
        new("reversed letters", "somebody hid it", text => Utf8(string.Concat(text.Reverse()))),
        new("reversed bytes", "the other end of a register", text => [.. Utf8(text).Reverse()]),
        new("capitals", "indexes that do not mind case", text => Utf8(text.ToUpperInvariant())),
        new("full width", "Chinese keyboards", text => Utf8(string.Concat(text.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter)))),
        new("registers, bytes swapped", "Modbus devices that show a text", Swapped),
        new("semi-octets", "digits in pagers and SMS", SemiOctets),
        new("MD5", "unsalted: names and numbers are guessed from it", text => Hex(text, MD5.HashData)),
        new("SHA-256", "the same", text => Hex(text, SHA256.HashData)),
        new("gzip", "exports and bodies that are compressed", Utf8),
        new("zlib and deflate", "the same inside of other files", Utf8),
    ];
#pragma warning restore CA5351

    /// <summary>Fewer bytes stand in a file of random ones by chance.</summary>
    private const int Shortest = 5;

    static Writings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Those in which a text can be told from chance, with what to look for.</summary>
    public static IEnumerable<(Writing Writing, byte[] Pattern)> For(string text) =>
        All.Select(writing => (Writing: writing, Pattern: writing.Of(text))).Where(one => one.Pattern.Length >= Shortest);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static string Text(byte[] ascii) => Encoding.ASCII.GetString(ascii);

    private static string Each(string text, Func<char, string> write) => string.Concat(text.Select(write));

    private static string Percent(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(one => $"%{one:X2}"));

    // The middle, which depends neither on what stands before nor on what follows.
    private static byte[] Base64(byte[] bytes, int shift)
    {
        var whole = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
        var end = (shift + bytes.Length) % 3 == 0 ? whole.Length : whole.Length - 1;
        return Ascii(whole[(shift == 0 ? 0 : shift + 1)..end]);
    }

    private static byte[] Utf7(string text) => Ascii("+" + Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(text)).TrimEnd('='));

    private static byte[] Swapped(string text)
    {
        var bytes = Utf8(text);
        var even = bytes.Length % 2 == 0 ? bytes : [.. bytes, 0];
        for (var at = 0; at < even.Length; at += 2)
        {
            var register = even.AsSpan(at, 2);
            BinaryPrimitives.WriteUInt16LittleEndian(register, BinaryPrimitives.ReadUInt16BigEndian(register));
        }

        return bytes.Length % 2 == 0 ? even : even[..^2];
    }

    // Two digits to a byte, the second one first; of letters every byte with its halves changed.
    private static byte[] SemiOctets(string text) => text.All(char.IsAsciiDigit)
        ? [.. text.PadRight(text.Length + (text.Length % 2), 'F').Chunk(2).Select(pair => Convert.ToByte($"{pair[1]}{pair[0]}", 16))]
        : [.. Utf8(text).Select(one => (byte)(((one << 4) & 0xF0) | (one >> 4)))];

    private static byte[] Hex(string text, Func<byte[], byte[]> digest) => Ascii(Convert.ToHexStringLower(digest(Utf8(text))));

    // Nothing to look for where a letter cannot be written so: simplified characters are not in it.
    private static byte[] Big5(string text)
    {
        var bytes = Encoding.GetEncoding("Big5").GetBytes(text);
        return Encoding.GetEncoding("Big5").GetString(bytes) == text ? bytes : [];
    }
}
