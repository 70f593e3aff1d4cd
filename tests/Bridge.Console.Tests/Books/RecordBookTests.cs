using Bridge.Console.Books.Records;
using Bridge.Console.Desk;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Books;
using Bridge.Console.Tests.Posts;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Books;

/// <summary>The books are searched and paged on the server; a person is shown for a reason, and covered again.</summary>
public sealed class RecordBookTests
{
    private static readonly Screen Desk = new(1366, 768, false, "en");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PagesAreAskedForOneByOne()
    {
        await using var host = await BookHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, host, "visitor-log");
        await Assertions.Expect(page.Locator(".row-key")).ToHaveCountAsync(20);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await Assertions.Expect(page.Locator(".row-key")).ToHaveCountAsync(5);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Next page" })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Previous page" }).ClickAsync();
        await Assertions.Expect(page.Locator(".row-key")).ToHaveCountAsync(20);
        Assert.Equal([null, 20L, null], host.Records.Wishes.OfType<BookSearch>().Select(search => search.After));
    }

    [Fact]
    public async Task WhatIsLookedForIsAskedOfTheServer()
    {
        await using var host = await BookHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, host, "visitor-log");
        await page.GetByLabel("From day").FillAsync("2026-03-01");
        await page.GetByLabel("To day").FillAsync("2026-03-31");
        await page.GetByLabel("Lobby").SelectOptionAsync("b");
        await page.GetByLabel("Unit").FillAsync(" a-1203 ");
        await page.GetByLabel("Order").SelectOptionAsync("oldest");
        await page.GetByLabel("Unit").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".print-head")).ToContainTextAsync("2026-03-01 – 2026-03-31 · Lobby B");
        Assert.Equal(
            new BookSearch { From = new DateOnly(2026, 3, 1), Until = new DateOnly(2026, 3, 31), Lobby = "b", Unit = "A-1203", OldestFirst = true },
            host.Records.Wishes.OfType<BookSearch>().Last());
    }

    [Fact]
    public async Task APersonIsShownForAReasonAndCoveredAgain()
    {
        await using var host = await BookHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, host, "visitor-log");
        await page.Locator(".row-key").First.ClickAsync();
        var show = page.GetByRole(AriaRole.Button, new() { Name = "Write it down and show" });
        await Assertions.Expect(show).ToBeDisabledAsync();
        await page.GetByLabel("Reason").SelectOptionAsync("Incident");
        await show.ClickAsync();
        await Assertions.Expect(page.Locator(".shown-person")).ToContainTextAsync("13812345678");
        Assert.Contains(("VL-202603-0147", UnmaskReason.Incident), host.Records.Wishes.OfType<(string, UnmaskReason)>());
        await page.GetByRole(AriaRole.Button, new() { Name = "Cover again" }).ClickAsync();
        await Assertions.Expect(page.Locator(".shown-person")).ToHaveCountAsync(0);
        Assert.DoesNotContain("13812345678", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusedLookShowsNobody()
    {
        await using var host = await BookHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        host.Records.Outcome = new ActOutcome("journal_unavailable");
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, host, "visitor-log");
        await page.Locator(".row-key").First.ClickAsync();
        await page.GetByLabel("Reason").SelectOptionAsync("Incident");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down and show" }).ClickAsync();
        await Assertions.Expect(page.Locator(".act-answer")).ToContainTextAsync("The journal");
        Assert.DoesNotContain("13812345678", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAmendmentStandsBesideItsOriginal()
    {
        await using var host = await BookHost.StartAsync(SeatRole.TeamLead, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, host, "visitor-log");
        await page.Locator(".row-key").First.ClickAsync();
        await Assertions.Expect(page.Locator(".book-history")).ToContainTextAsync("First written");
        await Assertions.Expect(page.Locator(".book-history")).ToContainTextAsync("汪*");
        await page.GetByRole(AriaRole.Button, new() { Name = "Amend this record" }).ClickAsync();
        await page.GetByLabel("Why it is amended").FillAsync("misspelt");
        await page.Locator("#amend-name").FillAsync("汪明");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the amendment" }).ClickAsync();
        await Assertions.Expect(page.Locator(".act-answer")).ToContainTextAsync("Recorded");
        Assert.Contains(("VL-202603-0147", new Amendment("misspelt") { Name = "汪明" }), host.Records.Wishes.OfType<(string, Amendment)>());
    }

    [Fact]
    public async Task AJournalThatCannotBeReadSaysSo()
    {
        await using var host = await BookHost.StartAsync(SeatRole.Auditor, Cancelled);
        host.Records.IsUnreadable = true;
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "duty-log");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "cannot be read" })).ToBeVisibleAsync();
    }

    private static async Task<IPage> OpenAsync(Browser browser, BookHost host, string path)
    {
        var page = await browser.OpenAsync(host.Address, Desk, path);
        await Screens.LiveAsync(page);
        await page.Locator(".row-key").First.WaitForAsync();
        return page;
    }
}
