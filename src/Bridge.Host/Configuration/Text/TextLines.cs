using System.Text;

namespace Bridge.Host.Configuration.Text;

/// <summary>Turns offsets of a UTF-8 text into lines and columns. Offsets are asked for in rising order, so the search goes on from the last line.</summary>
internal sealed class TextLines(ReadOnlyMemory<byte> text)
{
    private int lineStart;
    private int line = 1;

    public TextPosition At(long offset)
    {
        var end = (int)long.Min(offset, text.Length);
        var bytes = text.Span;
        while (bytes[lineStart..end].IndexOf((byte)'\n') is var feed and >= 0)
        {
            lineStart += feed + 1;
            line++;
        }

        return new TextPosition(line, Encoding.UTF8.GetCharCount(bytes[lineStart..end]) + 1);
    }
}
