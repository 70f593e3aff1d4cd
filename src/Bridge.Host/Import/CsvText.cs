using System.Text.Unicode;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Import;

/// <summary>Sees to it that a file is UTF-8, before it is cut into rows.</summary>
internal static class CsvText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>The text without its byte order mark; null, and a finding, when it is in another encoding.</returns>
    public static ReadOnlyMemory<byte>? Check(ReadOnlyMemory<byte> content, ImportFindings findings)
    {
        var text = content.Span.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
        if (Utf8.IsValid(text.Span))
        {
            return text;
        }

        findings.Error(LineOfBadByte(text), null, "expected UTF-8, found a byte that is not; save the file as CSV UTF-8");
        return null;
    }

    private static long LineOfBadByte(ReadOnlyMemory<byte> text)
    {
        var good = 0;
        while (System.Text.Rune.DecodeFromUtf8(text.Span[good..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            good += length;
        }

        return new TextLines(text).At(good).Line;
    }
}
