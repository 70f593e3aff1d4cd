using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Bridge.EndToEnd.Tests.Lobby;
using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>
/// The back office at the running product, in Chromium: somebody was just admitted who calls himself a formula; the supervisor finds his line covered, sees
/// him for a reason that is journalled, and takes the line along as CSV and XLSX.
/// </summary>
[Collection(LobbyScenes.Name)]
public sealed class BookScenarioTests(LobbyScene scene, DutyScreens screens, ITestOutputHelper output) : IClassFixture<DutyScreens>
{
    private const string Formula = "=HYPERLINK(\"http://evil.example\",\"x\")";
    private const string Markup = "<img src=x onerror=alert(1)>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_is_found_covered_seen_for_a_reason_and_exported()
    {
        var number = await AdmittedAsync();
        var page = await screens.OfAsync(scene, "sup", "visitor-log", Token);
        var row = page.Locator(".book-table tbody tr", new PageLocatorOptions { HasTextString = number });
        await Assertions.Expect(row).ToContainTextAsync("=***");
        await Assertions.Expect(row).ToContainTextAsync(Markup);
        Assert.Equal(0, await page.Locator("main img").CountAsync());
        Assert.DoesNotContain("HYPERLINK", await page.ContentAsync(), StringComparison.Ordinal);

        await row.GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator("#unmask-reason").SelectOptionAsync("Complaint");
        await page.Locator(".book-record .key", new PageLocatorOptions { HasTextString = "写入日志并显示" }).ClickAsync();
        await Assertions.Expect(page.Locator(".shown-person")).ToContainTextAsync(Formula);
        Assert.Contains($"Security PersonUnmasked: demo-sup {number} complaint", scene.Output, StringComparison.Ordinal);

        await page.Locator("#book-number").FillAsync(number);
        await page.Locator(".book-search .key-main").ClickAsync();
        await Assertions.Expect(page.Locator(".book-table tbody tr")).ToHaveCountAsync(1);
        await page.Locator("#export-purpose").SelectOptionAsync("Audit");
        var csv = Cells(await DownloadAsync(page, "导出 CSV", ".csv"));
        var book = Sheet(await DownloadAsync(page, "导出 XLSX", ".xlsx"));
        foreach (var cells in (IReadOnlyList<IReadOnlyList<string>>[])[csv, book])
        {
            Assert.Equal(2, cells.Count);
            Assert.Equal(["编号", "日期·时间", "类别", "来人姓名"], cells[0].Take(4));
            Assert.Equal((number, "政府人员", "'=***", Markup), (cells[1][0], cells[1][2], cells[1][3], cells[1][4]));
        }

        var journal = await scene.Installation.RunVerbAsync(["journal", "export"], Token);
        var exported = journal.Output.Split('\n').Where(line => line.Contains("RecordsExported", StringComparison.Ordinal) && line.Contains("demo-sup", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, exported.Count);
        Assert.All(exported, line => Assert.Contains("\\u0022rows\\u0022:\\u00221\\u0022", line.Replace("\\\"", "\\u0022", StringComparison.Ordinal), StringComparison.Ordinal));
        output.WriteLine($"{number}: found, covered, seen for a reason, and two files of {csv.Count - 1} line each");
    }

    /// <summary>Who audits sees in his own words why the door opened, and that nobody changed a row.</summary>
    [Fact]
    public async Task The_opening_of_the_door_is_explained_from_the_journal()
    {
        var number = await AdmittedAsync();
        var id = (await scene.GetAsync("sup", $"records/{number}", Token))["case"]!.GetValue<string>();
        var page = await screens.OfAsync(scene, "audit", "journal", Token);
        await page.Locator("#event-case").FillAsync(id);
        await page.Locator(".book-search .key-main").ClickAsync();
        await page.Locator(".book-table tbody tr", new PageLocatorOptions { HasTextString = $"case-{id}" }).First.WaitForAsync();
        await page.Locator("#explain-number").FillAsync(id);
        await page.Locator("form.book-search .key:not(.key-main)").ClickAsync();
        await Assertions.Expect(page.Locator(".explained")).ToContainTextAsync($"个案 {id}");
        var told = await page.Locator(".explained").InnerTextAsync();
        var verb = await scene.Installation.RunVerbAsync(["explain", "case", id], Token);
        Assert.Equal(verb.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[0].Trim(), told.Split('\n')[0].Trim());

        await page.Locator(".chain .key").ClickAsync();
        await Assertions.Expect(page.Locator(".chain-state")).ToContainTextAsync("完整");
        Assert.DoesNotContain("HYPERLINK", await page.ContentAsync(), StringComparison.Ordinal);
        await scene.RefusedAsync("sup", "erasures", new JsonObject { ["records"] = new JsonArray("VL-209901-0001"), ["ground"] = "request" }, "not-found", Token);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, await scene.LookAsync("sup", "journal", Token));
        output.WriteLine(told);
    }

    /// <summary>One asks on his page, another erases on his; what was asked for outlives the service.</summary>
    [Fact]
    public async Task An_erasure_is_asked_for_by_one_and_carried_out_by_another()
    {
        var number = await AdmittedAsync();
        var asks = await screens.OfAsync(scene, "off", "retention", Token);
        await asks.Locator("#erase-records").FillAsync(number);
        await asks.Locator("#erase-ground").SelectOptionAsync("Request");
        await asks.Locator("form:has(#erase-records) .key-main").ClickAsync();
        await asks.Locator(".post-row", new PageLocatorOptions { HasTextString = number }).WaitForAsync();

        var page = await screens.OfAsync(scene, "audit", "retention", Token);
        var wish = page.Locator(".post-row", new PageLocatorOptions { HasTextString = number });
        await wish.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "删除", Exact = true }).ClickAsync();
        await wish.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "确定，删除 1 条记录中的个人资料" }).ClickAsync();
        await Assertions.Expect(wish).ToHaveCountAsync(0);
        Assert.Equal("erased", (await scene.GetAsync("sup", $"records/{number}", Token))["person"]!.GetValue<string>());
    }

    private Task<string> AdmittedAsync() => scene.AdmitOfficerAsync(Formula, Markup, headCount: 2, Token);

    private static async Task<byte[]> DownloadAsync(IPage page, string key, string ending)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".book-export .key", new PageLocatorOptions { HasTextString = key }).ClickAsync());
        Assert.StartsWith("来人来访记录表_全部大堂_", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.EndsWith(ending, download.SuggestedFilename, StringComparison.Ordinal);
        return await File.ReadAllBytesAsync(await download.PathAsync(), Token);
    }

    // As RFC 4180 says, and nothing more.
    private static List<IReadOnlyList<string>> Cells(byte[] file)
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], file.Take(3));
        var text = Encoding.UTF8.GetString(file, 3, file.Length - 3);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        return [.. text[..^2].Split("\r\n").Select(line => (IReadOnlyList<string>)[.. line.Split(',').Select(cell => cell.Trim('"'))])];
    }

    private static List<IReadOnlyList<string>> Sheet(byte[] file)
    {
        using var book = new ZipArchive(new MemoryStream(file));
        using var part = book.Entries.Single(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open();
        var sheet = XDocument.Load(part);
        Assert.DoesNotContain(sheet.Descendants(), element => element.Name.LocalName == "f");
        return
        [
            .. sheet.Descendants().Where(element => element.Name.LocalName == "row").Select(row =>
                (IReadOnlyList<string>)[.. row.Elements().Select(cell => string.Concat(cell.Descendants().Where(leaf => leaf.Name.LocalName is "t" or "v").Select(leaf => leaf.Value)))]),
        ];
    }
}
