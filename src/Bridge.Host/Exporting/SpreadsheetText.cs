using System.Globalization;
using System.Text;
using CsvHelper;

namespace Bridge.Host.Exporting;

/// <summary>CSV whose fields a spreadsheet takes for text, in whatever country its separator is chosen.</summary>
internal static class SpreadsheetText
{
    private const string Leaders = "=+-@＝＋－＠";

    // Where the separator is another one, quotes do not hold a field together: what follows one of these may be a cell of its own.
    private const string Separators = ";\t|\r\n";

    public static CsvWriter Writer(TextWriter output) => CsvWriter.Create(
        output,
        new CsvWriterOptions { Injection = CsvInjection.Escape, ShouldQuote = (field, _, _, _) => field.StartsWith("'", StringComparison.Ordinal) },
        leaveOpen: true);

    public static string[] Row(string[] fields) => [.. fields.Select(Safe)];

    // Spreadsheets look past blanks and what cannot be seen; the library looks at the first character alone, and at ASCII.
    public static string Safe(string field)
    {
        var safe = new StringBuilder(field.Length);
        var begins = true;
        foreach (var letter in field)
        {
            if (begins && Leaders.Contains(letter, StringComparison.Ordinal))
            {
                safe.Append('\'');
            }

            begins = Separators.Contains(letter, StringComparison.Ordinal) || (begins && IsUnseen(letter));
            safe.Append(letter);
        }

        return safe.ToString();
    }

    private static bool IsUnseen(char letter) =>
        char.IsWhiteSpace(letter) || char.IsControl(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
