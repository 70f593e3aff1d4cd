using System.IO.Compression;

namespace Bridge.Journal.Tests.Records;

/// <summary>Bytes in which something may stand: as they are, and everything in them that was compressed.</summary>
internal sealed class Haystack(string name, byte[] bytes)
{
    private const int LongestStream = 8 * 1024 * 1024;

    private readonly List<byte[]> parts = [bytes, .. Streams(bytes)];

    public string Name => name;

    public long Length => parts[0].LongLength;

    /// <summary>The same with something behind it.</summary>
    public Haystack With(byte[] planted) => new(name, [.. parts[0], .. planted]);

    /// <summary>The writings in which a text stands here.</summary>
    public IEnumerable<Writing> Find(string text) => Writings.For(text).Where(one => Holds(one.Pattern)).Select(one => one.Writing);

    private bool Holds(byte[] pattern) => parts.Exists(part => part.AsSpan().IndexOf(pattern) >= 0);

    private static IEnumerable<byte[]> Streams(byte[] bytes)
    {
        for (var at = 0; at + 2 < bytes.Length; at++)
        {
            var gzip = bytes[at] == 0x1F && bytes[at + 1] == 0x8B && bytes[at + 2] == 8;
            var zlib = bytes[at] == 0x78 && bytes[at + 1] is 0x01 or 0x5E or 0x9C or 0xDA;
            if ((gzip || zlib) && Inflate(bytes, at, gzip) is { Length: > 0 } stream)
            {
                yield return stream;
            }
        }
    }

    // Random bytes look like the beginning of a stream now and then: what cannot be read to its end counts as far as it could be read.
    private static byte[] Inflate(byte[] bytes, int at, bool gzip)
    {
        using var source = new MemoryStream(bytes, at, bytes.Length - at);
        using Stream stream = gzip ? new GZipStream(source, CompressionMode.Decompress) : new ZLibStream(source, CompressionMode.Decompress);
        using var read = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            for (var count = stream.Read(buffer); count > 0 && read.Length < LongestStream; count = stream.Read(buffer))
            {
                read.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            return read.ToArray();
        }

        return read.ToArray();
    }
}
