using System.Text;
using System.Xml;
using Bridge.Console.Books.Records;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Bridge.Host.Exporting;

/// <summary>A table as a workbook: times and counts are what they are, everything else is text, and nothing is a formula.</summary>
internal static class XlsxExport
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Longer ones are refused by spreadsheets.</summary>
    private const int LongestText = 32_767;

    public static async Task<byte[]> WriteAsync(ExportTable table, CancellationToken cancellationToken)
    {
        var file = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(file, cancellationToken: cancellationToken))
        {
            await book.StartWorksheetAsync(table.Name, new WorksheetOptions { FrozenRows = 1 }, cancellationToken);
            var heading = book.AddStyle(new Style { Font = { Bold = true } });
            await book.AddRowAsync([.. table.Headings.Select(text => new StyledCell(text, heading))], cancellationToken);
            foreach (var row in table.Rows)
            {
                await book.AddRowAsync([.. row.Select(Cell)], cancellationToken);
            }

            await book.FinishAsync(cancellationToken);
        }

        return file.ToArray();
    }

    private static DataCell Cell(BookCell? cell) => cell switch
    {
        BookCell.Time { At: var at } => new DataCell(at.DateTime),
        BookCell.Count { Number: var number } => new DataCell(number),
        BookCell.Words { Said: var said } => new DataCell(Text(said)),
        _ => new DataCell((string?)null),
    };

    // Guarded like in CSV: a workbook is saved as CSV sooner or later. XML has no place for some characters.
    private static string Text(string said)
    {
        var text = new StringBuilder(said.Length);
        foreach (var rune in SpreadsheetText.Safe(said).EnumerateRunes())
        {
            text.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        }

        return text.Length > LongestText ? text.ToString(0, LongestText) : text.ToString();
    }
}
