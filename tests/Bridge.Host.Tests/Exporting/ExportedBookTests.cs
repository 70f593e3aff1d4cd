using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Bridge.Console.Books.Records;
using Bridge.Host.Exporting;

namespace Bridge.Host.Tests.Exporting;

/// <summary>What a visitor calls himself is text in a book's CSV and XLSX, whoever reads them; times and counts are what they are.</summary>
public sealed class ExportedBookTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 10, 10, 9, 42, TimeSpan.FromHours(8));

    private static ExportTable Table { get; } = new(
        "来人来访记录表", ["编号", "时间", "人数", "来人姓名"],
        [.. FormulaText.Corpus.Select((text, number) => (IReadOnlyList<BookCell?>)
            [new BookCell.Words($"{number:d4}"), new BookCell.Time(Morning), new BookCell.Count(3), new BookCell.Words(text)])]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void CsvSaysThatItIsUtf8AndEndsItsLinesAsSpreadsheetsWant()
    {
        var file = CsvExport.Write(new ExportTable("t", ["编号", "姓名"], [[new BookCell.Words("007"), null]]));
        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("编号,姓名\r\n007,\r\n")], file);
    }

    [Fact]
    public void NothingInCsvIsAFormula()
    {
        Assert.True(FormulaText.Corpus.Count >= 200, $"{FormulaText.Corpus.Count}");
        var rows = Csv(Encoding.UTF8.GetString(CsvExport.Write(Table))[1..]);
        Judge(rows.Skip(1).Select(row => row[3]).ToList(), "CSV");
        Assert.Equal(["0000", "2026-03-10 10:09:42", "3"], rows[1].Take(3));
    }

    [Fact]
    public async Task NothingInXlsxIsAFormulaAndEveryKindIsKept()
    {
        var sheet = Sheet(await XlsxExport.WriteAsync(Table, Cancelled));
        Assert.DoesNotContain(sheet.Descendants(), element => element.Name.LocalName == "f");
        var rows = sheet.Descendants().Where(element => element.Name.LocalName == "row").Skip(1).Select(row => row.Elements().ToList()).ToList();
        Judge([.. rows.Select(row => Text(row[3]))], "XLSX");
        Assert.All(rows, row => Assert.Equal(("inlineStr", "inlineStr"), (row[0].Attribute("t")?.Value, row[3].Attribute("t")?.Value)));

        // 46091 days after the last of 1899, and 10:09:42 of the next.
        var time = double.Parse(Text(rows[0][1]), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(Morning.DateTime, DateTime.FromOADate(time), TimeSpan.FromSeconds(1));
        Assert.True(rows[0][1].Attribute("t")?.Value is null or "n" && rows[0][1].Attribute("s") is not null, "a time is a number that is shown as a time");
        Assert.Equal(("3", null), (Text(rows[0][2]), rows[0][2].Attribute("t")?.Value is "n" ? null : rows[0][2].Attribute("t")?.Value));
    }

    /// <summary>Another language's readers, which share nothing with what wrote the files.</summary>
    [Fact]
    public async Task PythonReadsTheSame()
    {
        const string Script = """
            import csv, json, sys, zipfile
            import xml.etree.ElementTree as tree
            rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
            name = [n for n in zipfile.ZipFile(sys.argv[2]).namelist() if n.startswith("xl/worksheets/")][0]
            sheet = tree.fromstring(zipfile.ZipFile(sys.argv[2]).read(name))
            of = lambda element, tag: [leaf for leaf in element.iter() if leaf.tag.endswith("}" + tag)]
            print(json.dumps({"formulas": len(of(sheet, "f")), "csv": [row[3] for row in rows[1:]],
              "xlsx": ["".join(leaf.text or "" for leaf in of(list(row)[3], "t")) for row in of(sheet, "row")[1:]]}))
            """;
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "python3 is not installed");
        var folder = Directory.CreateTempSubdirectory("export-").FullName;
        var (csv, xlsx) = (Path.Combine(folder, "a.csv"), Path.Combine(folder, "a.xlsx"));
        await File.WriteAllBytesAsync(csv, CsvExport.Write(Table), Cancelled);
        await File.WriteAllBytesAsync(xlsx, await XlsxExport.WriteAsync(Table, Cancelled), Cancelled);
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Script, csv, xlsx]) { RedirectStandardOutput = true })!;
        var read = JsonDocument.Parse(await python.StandardOutput.ReadToEndAsync(Cancelled)).RootElement;
        await python.WaitForExitAsync(Cancelled);
        Directory.Delete(folder, recursive: true);
        Assert.Equal(0, read.GetProperty("formulas").GetInt32());
        Judge([.. read.GetProperty("csv").EnumerateArray().Select(cell => cell.GetString()!)], "CSV in Python");
        Judge([.. read.GetProperty("xlsx").EnumerateArray().Select(cell => cell.GetString()!)], "XLSX in Python");
    }

    [Theory]
    [InlineData("=1", true, "plainly")]
    [InlineData(" \u200b＝1", true, "hidden and wide")]
    [InlineData("'=1", false, "guarded")]
    [InlineData("王明", false, "a name")]
    public void WhatIsLookedForIsFound(string cell, bool formula, string why) => Assert.True(FormulaText.IsFormula(cell) == formula, why);

    // Every dangerous one is there, in its place, and begins with what makes it text.
    private void Judge(List<string> cells, string where)
    {
        Assert.Equal(FormulaText.Corpus.Count, cells.Count);
        Assert.Empty(cells.Where(FormulaText.IsFormula).Select(cell => $"{where}: {cell}"));
        Assert.All(FormulaText.Corpus.Zip(cells), pair => Assert.True(FormulaText.Bare(pair.Second).Contains(FormulaText.Bare(pair.First), StringComparison.Ordinal), $"{where}: {pair.First} became {pair.Second}"));
        output.WriteLine($"{where}: {cells.Count} cells, none is a formula");
    }

    private static XDocument Sheet(byte[] file)
    {
        using var book = new ZipArchive(new MemoryStream(file));
        using var part = book.Entries.Single(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }

    private static string Text(XElement cell) => string.Concat(cell.Descendants().Where(leaf => leaf.Name.LocalName is "t" or "v").Select(leaf => leaf.Value));

    // RFC 4180: a field in quotes may hold anything, and two quotes in it are one.
    private static List<List<string>> Csv(string text)
    {
        var rows = new List<List<string>> { new() };
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"' when quoted && at + 1 < text.Length && text[at + 1] == '"':
                    field.Append(text[at++]);
                    break;
                case '"' when quoted || field.Length == 0:
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    rows[^1].Add(field.ToString());
                    field.Clear();
                    break;
                case '\r' when !quoted && at + 1 < text.Length && text[at + 1] == '\n':
                    at++;
                    rows[^1].Add(field.ToString());
                    field.Clear();
                    rows.Add([]);
                    break;
                default:
                    field.Append(text[at]);
                    break;
            }
        }

        return [.. rows.Where(row => row.Count > 0)];
    }
}
