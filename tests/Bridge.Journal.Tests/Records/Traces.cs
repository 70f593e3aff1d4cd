using System.Text;

namespace Bridge.Journal.Tests.Records;

/// <summary>Looks for a text in files, in every writing that it could have been kept in.</summary>
internal static class Traces
{
    public static IReadOnlyList<(string Writing, byte[] Bytes)> Writings(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var wide = Encoding.Unicode.GetBytes(text);
        return
        [
            ("UTF-8", plain),
            ("UTF-16", wide),
            ("UTF-16 big-endian", Encoding.BigEndianUnicode.GetBytes(text)),
            ("UTF-32", Encoding.UTF32.GetBytes(text)),
            ("reversed", [.. plain.Reverse()]),
            ("reversed characters", Encoding.UTF8.GetBytes(string.Concat(text.Reverse()))),
            ("base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(plain).TrimEnd('='))),
            ("base64 of UTF-16", Encoding.ASCII.GetBytes(Convert.ToBase64String(wide).TrimEnd('='))),
            ("base64, one byte on", Encoding.ASCII.GetBytes(Convert.ToBase64String([0, .. plain]).TrimEnd('=')[4..^2])),
            ("base64, two bytes on", Encoding.ASCII.GetBytes(Convert.ToBase64String([0, 0, .. plain]).TrimEnd('=')[4..^2])),
            ("hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexString(plain))),
            ("small hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(plain))),
            ("JSON escapes", Encoding.ASCII.GetBytes(string.Concat(text.Select(letter => $"\\u{(int)letter:x4}")))),
            ("percent escapes", Encoding.ASCII.GetBytes(Uri.EscapeDataString(text))),
        ];
    }

    /// <summary>Where and how any of the texts stands in any file of a folder.</summary>
    public static IReadOnlyList<string> Find(string folder, IEnumerable<string> texts)
    {
        var files = Directory.GetFiles(folder).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal)).ToDictionary(name => name, Read);
        return
        [
            .. from text in texts
               from writing in Writings(text)
               from file in files
               where file.Value.AsSpan().IndexOf(writing.Bytes) >= 0
               select $"{Path.GetFileName(file.Key)}: {writing.Writing}",
        ];
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }
}
