using System.Net;
using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Host.Tests.Exporting;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>
/// Whatever a visitor calls himself and his firm: in the files that the running product gives out, read by Python, no cell begins a formula,
/// and all that was written is there.
/// </summary>
[Collection(LobbyScenes.Name)]
public sealed class FormulaExportTests(LobbyScene scene, ITestOutputHelper output)
{
    private const int Records = 6;

    // The columns of an export that show what was typed: of a name its first letter alone.
    private const int Name = 3;
    private const int Organisation = 4;

    private const string Reader = """
        import csv, json, sys, zipfile
        import xml.etree.ElementTree as tree
        book = zipfile.ZipFile(sys.argv[2])
        name = [n for n in book.namelist() if n.startswith("xl/worksheets/")][0]
        sheet = tree.fromstring(book.read(name))
        of = lambda element, tag: [leaf for leaf in element.iter() if leaf.tag.endswith("}" + tag)]
        row = lambda cells: dict(enumerate("".join(leaf.text or "" for leaf in of(cell, "t") + of(cell, "v")) for cell in cells))
        print(json.dumps({"formulas": len(of(sheet, "f")),
          "csv": [dict(enumerate(line)) for line in csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""))],
          "xlsx": [row(list(line)) for line in of(sheet, "row")]}))
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NothingThatIsTakenAlongIsAFormula()
    {
        var numbers = new List<string>();
        for (var record = 0; record < Records; record++)
        {
            numbers.Add(await scene.AdmitOfficerAsync("赵", "电力局", headCount: 1, Token));
        }

        var seen = new Dictionary<string, int> { ["csv"] = 0, ["xlsx"] = 0 };
        foreach (var texts in FormulaText.Corpus.Chunk(Records))
        {
            foreach (var (number, text) in numbers.Zip(texts))
            {
                await scene.DoAsync("la", $"records/{number}/amend", new JsonObject { ["reason"] = "wording", ["name"] = text, ["organisation"] = text }, Token);
            }

            var files = await ReadAsync();
            Assert.Equal(0, files["formulas"]!.GetValue<int>());
            foreach (var (format, number, text) in from format in seen.Keys from place in numbers.Zip(texts) select (format, place.First, place.Second))
            {
                var row = files[format]!.AsArray().Single(line => line!["0"]?.GetValue<string>() == number)!;
                var cell = row[$"{Organisation}"]!.GetValue<string>();
                Assert.False(FormulaText.IsFormula(cell) || FormulaText.IsFormula(row[$"{Name}"]!.GetValue<string>()), $"{format}: {row.ToJsonString()}");
                Assert.True(FormulaText.Bare(cell).Contains(FormulaText.Bare(text), StringComparison.Ordinal), $"{format}: {text} became {cell}");
                seen[format]++;
            }
        }

        output.WriteLine($"{seen["csv"]} lines of CSV and {seen["xlsx"]} of XLSX from the running product, read by Python, each with two cells that were typed: 0 are a formula");
        Assert.All(seen.Values, count => Assert.Equal(FormulaText.Corpus.Count, count));
        Assert.True(FormulaText.Corpus.Count >= 200);
    }

    /// <summary>Both files of the whole book, as another language's readers see them.</summary>
    private async Task<JsonNode> ReadAsync()
    {
        var python = ExternalProgram.Require("python3", "python3");
        var folder = Directory.CreateTempSubdirectory("formulas-").FullName;
        var person = await scene.PersonAsync("off", Token);
        using var client = new HttpClient { BaseAddress = scene.Installation.Api };
        foreach (var format in (string[])["Csv", "Xlsx"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"records/visitor-log/export?purpose=Audit&format={format}");
            request.Headers.Add("Cookie", string.Join("; ", person.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
            using var answer = await client.SendAsync(request, Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"book.{format}"), await answer.Content.ReadAsByteArrayAsync(Token), Token);
        }

        var read = await ExternalProgram.RunAsync(python, ["-c", Reader, Path.Combine(folder, "book.Csv"), Path.Combine(folder, "book.Xlsx")], Token);
        Directory.Delete(folder, recursive: true);
        Assert.True(read.ExitCode == 0, read.ToString());
        return JsonNode.Parse(read.Output)!;
    }
}
