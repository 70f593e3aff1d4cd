using System.Globalization;
using System.Text;
using Bridge.Console.Books.Records;

namespace Bridge.Host.Exporting;

/// <summary>A table as CSV: UTF-8 that says so, lines that end as RFC 4180 wants, and no field that a spreadsheet would compute.</summary>
internal static class CsvExport
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Write(ExportTable table)
    {
        var file = new MemoryStream();
        using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        using (var csv = SpreadsheetText.Writer(text))
        {
            csv.WriteRecord([.. table.Headings]);
            foreach (var row in table.Rows)
            {
                csv.WriteRecord(SpreadsheetText.Row([.. row.Select(Text)]));
            }
        }

        return file.ToArray();
    }

    private static string Text(BookCell? cell) => cell switch
    {
        BookCell.Time { At: var at } => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => cell?.ToString() ?? "",
    };
}
