using System.IO.Compression;
using System.Text;

namespace Bridge.Journal.Tests.Records;

/// <summary>The search itself: forty writings, each planted once and found, and a text that was not planted is not.</summary>
public sealed class WritingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("金雀明珠", "a Chinese name")]
    [InlineData("Zephyrina Quillfeather", "a Latin one")]
    [InlineData("13907316824", "a telephone number")]
    [InlineData("7392058164", "a PIN")]
    public void EveryWritingThatWasPlantedIsFound(string text, string why)
    {
        Assert.Equal(40, Writings.All.DistinctBy(writing => writing.Name).Count());
        foreach (var writing in Writings.All)
        {
            var planted = new Haystack(why, [.. Encoding.UTF8.GetBytes("before "), .. Plant(writing, text), .. Encoding.UTF8.GetBytes(" after")]);
            Assert.True(planted.Find(text).Contains(writing), $"{why}: {writing} was planted and not found");
        }

        var empty = new Haystack(why, Encoding.UTF8.GetBytes("another name altogether: 周杰, 13800000000, Someone Else"));
        Assert.Empty(empty.Find(text));
        output.WriteLine($"{Writings.All.Count} of {Writings.All.Count} writings of {why} were planted and found");
    }

    private static byte[] Plant(Writing writing, string text) => writing.Name switch
    {
        "gzip" => Compressed(text, stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true)),
        "zlib and deflate" => Compressed(text, stream => new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true)),
        _ => writing.Of(text),
    };

    private static byte[] Compressed(string text, Func<Stream, Stream> compress)
    {
        using var written = new MemoryStream();
        using (var stream = compress(written))
        {
            stream.Write(Encoding.UTF8.GetBytes($$"""{"name":"{{text}}"}"""));
        }

        return written.ToArray();
    }
}
