using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Bridge.Console.Tests.Hosting;
using Bridge.EndToEnd.Tests.Lobby;
using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>What somebody has written is text in every page, print and file that the running product gives out, whatever it is. Chromium looks, without the content policy.</summary>
public sealed class StoredTextTests(PlantedScene scene, ITestOutputHelper output) : IClassFixture<PlantedScene>
{
    private static readonly int Corpus = HarmfulText.Corpus.Count;

    // Who opens what, what tells that its picture has come, and how much of the corpus has to be there to be looked at.
    private static readonly (string User, string Path, string Lives, int Least)[] Pages =
    [
        ("la", "/desk", ".queue-row", 2 * Corpus), ("gate", "/gate", ".post-row", Corpus), ("off", "/office", "article.question", 3 * Corpus), ("ccr", "/control-room", "article.question", 3 * Corpus),
        ("pat", "/patrol", ".patrol-keys", 1), ("fd", "/front-desk", "main h2", 0), ("tl", "/supervision", "main h2", 1), ("sup", "/supervision", "main h2", 1),
        ("sup", "/visitor-log", ".book-table tbody tr", 500), ("la", "/visitor-log", ".book-table tbody tr", 500), ("sup", "/duty-log", "main h1, main h2", 0),
        ("off", "/register", "#list-choice", 1), ("audit", "/register/changes", "main h1, main h2", 0), ("off", "/credentials", "main h1, main h2", 0), ("admin", "/accounts", "main h1, main h2", Corpus),
        ("audit", "/journal", "main h1, main h2", 0), ("sup", "/health", "main h1, main h2", 0), ("sup", "/delivery", "main h1, main h2", 0), ("off", "/retention", "main h1, main h2", 0),
        ("admin", "/", ".board .card", 1), ("audit", "/readers", ".board", 0),
    ];

    private static readonly string[] Lists = ["Members", "Leaders", "Badges", "Passes", "Tours", "Households"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IsTextOnEveryPageAndOnPaper()
    {
        await scene.PlantCasesAsync();
        await using var browser = await Browser.StartAsync();
        foreach (var (user, path, lives, least) in Pages)
        {
            var page = await OpenAsync(browser, user, $"{path}?lang=en");
            await page.Locator(lives).First.WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
            var screen = await HarmfulText.HarmlessAsync(page);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            var paper = await HarmfulText.HarmlessAsync(page);
            output.WriteLine($"{user} {path}: {screen} on the screen, {paper} on paper");
            Assert.True(screen >= least && paper >= least, $"{path} shows {screen} of {least}: the corpus is not there");
            await page.CloseAsync();
        }
    }

    /// <summary>Each list to its end, and each row's own page.</summary>
    [Fact]
    public async Task IsTextInTheWholeRegister()
    {
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, "off", "/register?lang=en");
        await page.Locator("#list-choice").WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
        var planted = HarmfulText.Corpus.Count - scene.Refused;
        foreach (var list in Lists)
        {
            await TurnAsync(page, page.Locator("table thead"), () => page.Locator("#list-choice").SelectOptionAsync(new SelectOptionValue { Value = list }));
            var (shown, sheets) = (await HarmfulText.HarmlessAsync(page), 1);
            for (var next = page.Locator(".book-pages .key:not(.key-plain)"); await next.CountAsync() > 0; sheets++)
            {
                await TurnAsync(page, page.Locator("table tbody"), () => next.ClickAsync());
                shown += await HarmfulText.HarmlessAsync(page);
            }

            output.WriteLine($"{list}: {shown} on {sheets} pages");
            Assert.True(shown >= (list is "Households" or "Tours" ? 1 : planted), $"{list} shows {shown}");
        }
    }

    private static async Task TurnAsync(IPage page, ILocator changes, Func<Task> turn)
    {
        await page.Locator("tr[data-row]").First.WaitForAsync();
        var before = await changes.TextContentAsync();
        await turn();
        await page.WaitForFunctionAsync("([one, before]) => document.querySelector(one)?.textContent !== before", new object?[] { await changes.EvaluateAsync<string>("one => 'table ' + one.localName"), before });
        await page.Locator("tr[data-row]").First.WaitForAsync();
    }

    /// <summary>Who looks a record up sees every version of it, with all that was ever written there.</summary>
    [Fact]
    public async Task IsTextInAnUncoveredRecord()
    {
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, "sup", "/visitor-log?lang=en");
        await page.Locator("#book-number").FillAsync(scene.LastRecord);
        await page.Locator(".book-search .key-main").ClickAsync();
        await Assertions.Expect(page.Locator(".book-table tbody tr")).ToHaveCountAsync(1);
        await page.Locator(".book-table tbody tr").GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator("#unmask-reason").SelectOptionAsync("Complaint");
        await page.Locator(".book-record .key", new PageLocatorOptions { HasTextString = "Write it down and show" }).ClickAsync();
        await page.Locator(".shown-person").First.WaitForAsync();
        var shown = await HarmfulText.HarmlessAsync(page);
        output.WriteLine($"{scene.LastRecord} uncovered: {shown}");
        Assert.True(shown >= HarmfulText.Corpus.Count * 6, $"{shown}");
    }

    [Theory]
    [InlineData("Csv", "text/csv", "opened as a file, never as a page")]
    [InlineData("Xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "the same as a workbook")]
    public async Task IsTextInAFileThatIsTakenAlong(string format, string type, string why)
    {
        var person = await scene.PersonAsync("sup", Token);
        using var client = new HttpClient { BaseAddress = scene.Installation.Api };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"records/visitor-log/export?purpose=Audit&format={format}");
        request.Headers.Add("Cookie", string.Join("; ", person.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        using var answer = await client.SendAsync(request, Token);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Token);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{why}: {answer.StatusCode} {Encoding.UTF8.GetString(bytes)}");
        Assert.Equal((type, "attachment", "nosniff"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
        var cells = format == "Csv" ? Csv(Encoding.UTF8.GetString(bytes)) : Sheet(bytes);
        var harmful = cells.Where(cell => HarmfulText.Pwn().IsMatch(cell)).ToList();
        var found = HarmfulText.Pwn().Count(string.Concat(harmful));
        output.WriteLine($"{format}: {found} in {harmful.Count} cells, each of which would begin a formula");
        Assert.True(found >= HarmfulText.Corpus.Count, $"{format} has {found}: the corpus is not there");

        // What a spreadsheet skips may stand before the mark that makes it a text.
        Assert.All(harmful, cell => Assert.DoesNotContain(cell.First(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format), "=+-@＝＋－＠"));
    }

    private async Task<IPage> OpenAsync(Browser browser, string user, string path)
    {
        var cookies = (await scene.PersonAsync(user, Token)).Cookies;
        return await HarmfulText.OpenAsync(browser, new Uri(scene.Installation.Api, "/"), path, [.. cookies]);
    }

    // As RFC 4180 says: a quoted field may hold commas, line ends, and a quote written twice.
    private static List<string> Csv(string text)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = text[0] == '\ufeff' ? 1 : 0; at < text.Length; at++)
        {
            if (text[at] == '"' && quoted && at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(text[at++]);
            }
            else if (text[at] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[at] is ',' or '\r' or '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(text[at]);
            }
        }

        return cells;
    }

    // The workbook's parts have to be XML still, whatever was written: what is not is an exception here.
    private static List<string> Sheet(byte[] file)
    {
        using var book = new ZipArchive(new MemoryStream(file));
        var cells = new List<string>();
        foreach (var entry in book.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var part = entry.Open();
            cells.AddRange(XDocument.Load(part).Descendants().Where(leaf => leaf.Name.LocalName == "t").Select(leaf => leaf.Value));
        }

        return cells;
    }
}
