using System.Buffers;
using System.Globalization;
using CsvHelper;

namespace Bridge.Host.Verbs;

/// <summary>CSV whose fields a spreadsheet takes for text, in whatever country its separator is chosen.</summary>
internal static class SpreadsheetText
{
    private const string Leaders = "=+-@\t\r\n|%＝＋－＠";

    // Where the separator is another one, a field that holds it would be cut in two, and the second half might be a formula.
    private static readonly SearchValues<char> OtherSeparators = SearchValues.Create(";\t|");

    public static CsvWriter Writer(TextWriter output) => CsvWriter.Create(
        output,
        new CsvWriterOptions { Injection = CsvInjection.Escape, ShouldQuote = (field, _, _, _) => field.ContainsAny(OtherSeparators) || field.StartsWith("'", StringComparison.Ordinal) },
        leaveOpen: true);

    public static string[] Row(string[] fields) => [.. fields.Select(Safe)];

    // Spreadsheets look past blanks and what cannot be seen; the library looks at the first character alone, and at ASCII.
    private static string Safe(string field)
    {
        var seen = field.AsSpan();
        while (seen.Length > 0 && !Leaders.Contains(seen[0], StringComparison.Ordinal) && IsUnseen(seen[0]))
        {
            seen = seen[1..];
        }

        return seen.Length > 0 && Leaders.Contains(seen[0], StringComparison.Ordinal) ? $"'{field}" : field;
    }

    private static bool IsUnseen(char letter) =>
        char.IsWhiteSpace(letter) || char.IsControl(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
