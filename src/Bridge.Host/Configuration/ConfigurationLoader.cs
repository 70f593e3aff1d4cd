using System.Security.Cryptography;
using System.Text.Unicode;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration;

/// <summary>The one way from a site file to a <see cref="SiteConfiguration"/>. Reads, and changes nothing.</summary>
public static class ConfigurationLoader
{
    /// <summary>A site of a thousand doors takes less than a megabyte.</summary>
    private const int LargestFile = 4 * 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static LoadResult Load(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                return new LoadResult.NotRead($"{path} is larger than 4 MB: it cannot be a site file.");
            }

            // One read: what is judged, hashed and used is the same content, whatever an editor writes meanwhile.
            return Read(path, File.ReadAllBytes(path));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return new LoadResult.NotRead($"{path} cannot be read: {failed.Message}");
        }
    }

    /// <param name="path">Named in the findings; relative paths in the file start from its directory.</param>
    public static LoadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        var findings = new Findings(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var configuration = Read(path, content, hash, findings);
        return findings.HasErrors || configuration is null
            ? new LoadResult.Refused(findings.Errors)
            : new LoadResult.Loaded(configuration, findings.Warnings);
    }

    private static SiteConfiguration? Read(string path, ReadOnlyMemory<byte> content, string hash, Findings findings)
    {
        var text = content.Span.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
        if (!Utf8.IsValid(text.Span))
        {
            findings.Error(new TextLines(text).At(FirstBadByte(text.Span)), JsonPath.Root, "expected UTF-8, found a byte that is not; save the file as UTF-8");
            return null;
        }

        if (text.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            findings.Error(TextPosition.Start, JsonPath.Root, "expected an object with site, lines, devices and doors, found an empty file");
            return null;
        }

        if (new NodeParser(text, findings).Parse() is not { } root || Section.Open(root, SiteShapes.Site, findings) is not { } site)
        {
            return null;
        }

        var directory = Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetFullPath(".");
        return new SiteReader(directory, findings).Read(site, hash);
    }

    private static int FirstBadByte(ReadOnlySpan<byte> text)
    {
        var good = 0;
        while (System.Text.Rune.DecodeFromUtf8(text[good..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            good += length;
        }

        return good;
    }
}
