using Bridge.Console.Books.Events;
using Bridge.Console.Books.Retention;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Books;
using Bridge.Console.Tests.Posts;
using Bridge.Console.Wording;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Books;

/// <summary>The auditor pages back through the journal, has it explained and its chain checked, and carries erasures out with a second key.</summary>
public sealed class AuditPageTests
{
    private static readonly Screen Desk = new(1366, 768, false, "en");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheJournalIsReadBackwardsAndExplained()
    {
        await using var host = await BookHost.StartAsync(SeatRole.Auditor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, host, "journal");
        await Assertions.Expect(page.Locator(".row-key")).ToHaveCountAsync(50);
        await page.GetByRole(AriaRole.Button, new() { Name = "Older" }).ClickAsync();
        await Assertions.Expect(page.Locator(".row-key")).ToHaveCountAsync(10);
        await page.GetByRole(AriaRole.Button, new() { Name = "Newer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".row-key")).ToHaveCountAsync(50);
        await page.Locator(".row-key").First.ClickAsync();
        await Assertions.Expect(page.Locator(".explained")).ToContainTextAsync("Entry 60: English");
        await page.GetByLabel("What to explain").SelectOptionAsync("Access");
        await page.Locator("#explain-number").FillAsync("305");
        await page.GetByRole(AriaRole.Button, new() { Name = "Explain" }).ClickAsync();
        await Assertions.Expect(page.Locator(".explained")).ToContainTextAsync("Access 305: English");
        await page.Locator("#explain-number").FillAsync("4711");
        await page.GetByRole(AriaRole.Button, new() { Name = "Explain" }).ClickAsync();
        await Assertions.Expect(page.Locator(".explained")).ToContainTextAsync("knows no such number");
        Assert.Equal([null, 11L, null], host.Journal.Wishes.OfType<EventSearch>().Select(search => search.Before));
        Assert.Contains((ExplainSubject.Access, 305L, DisplayLanguage.English), host.Journal.Wishes.OfType<(ExplainSubject, long, DisplayLanguage)>());
    }

    [Theory]
    [InlineData(ChainState.Intact, "Intact")]
    [InlineData(ChainState.Broken, "Broken")]
    public async Task TheChainIsComputedWhenAskedFor(ChainState state, string word)
    {
        await using var host = await BookHost.StartAsync(SeatRole.Auditor, Cancelled);
        host.Journal.Chain = state;
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, host, "journal");
        await Assertions.Expect(page.Locator(".chain-state")).ToContainTextAsync("Not checked");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compute the chain again" }).ClickAsync();
        await Assertions.Expect(page.Locator(".chain-state")).ToContainTextAsync(word);
        await Assertions.Expect(page.Locator(".chain-state")).ToContainTextAsync("verified up to 1.60");
    }

    [Fact]
    public async Task AnErasureTakesASecondKey()
    {
        await using var host = await BookHost.StartAsync(SeatRole.Auditor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, host, "retention");
        var wish = page.Locator(".post-row").First;
        await wish.GetByRole(AriaRole.Button, new() { Name = "Erase" }).ClickAsync();
        Assert.Empty(host.Retention.Wishes);
        await wish.GetByRole(AriaRole.Button, new() { Name = "Yes, erase who is in 2 records" }).ClickAsync();
        await Assertions.Expect(page.Locator(".act-answer")).ToContainTextAsync("Recorded");
        await page.Locator("#erase-records").FillAsync("vl-202603-0001, VL-202603-0002");
        await page.Locator("#erase-ground").SelectOptionAsync("Request");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#erase-records")).ToHaveValueAsync("");
        Assert.Equal(new ErasureAct.CarryOut("w-1"), host.Retention.Wishes.First());
        var asked = Assert.IsType<ErasureAct.Ask>(host.Retention.Wishes.Last());
        Assert.Equal(["VL-202603-0001", "VL-202603-0002"], asked.Records);
        Assert.Equal(ErasureReason.Request, asked.Ground);
    }

    private static async Task<IPage> OpenAsync(Browser browser, BookHost host, string path)
    {
        var page = await browser.OpenAsync(host.Address, Desk, path);
        await Screens.LiveAsync(page);
        await page.Locator(".book-table").First.WaitForAsync();
        return page;
    }
}
