using Bridge.Console.Desk;
using Bridge.Console.Posts.Gate;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Posts;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Posts;

/// <summary>The gate announces, confirms and calls off.</summary>
public sealed class GatePageTests
{
    private static readonly Screen Desk = new(1366, 768, false, "en");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AVisitorIsAnnouncedWithTheKeyboardAlone()
    {
        await using var host = await PostHost.StartAsync(SeatRole.GatePost, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "gate");
        await Screens.LiveAsync(page);

        await page.GetByLabel("Unit").FocusAsync();
        await page.Keyboard.TypeAsync("A-0602");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("张伟");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("Recorded").WaitForAsync();
        Assert.Equal([new GateWish.Announce("a", "A-0602", "张伟", 2, true, true)], host.Posts.Gate.Wishes);
        await Assertions.Expect(page.GetByLabel("Unit")).ToHaveValueAsync("");

        // Who ticks nothing has nobody's word.
        await page.GetByLabel("Unit").FillAsync("A-0602");
        await page.GetByLabel("Visitor's name").FillAsync("王明");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Unit")).ToHaveValueAsync("");
        Assert.Equal(new GateWish.Announce("a", "A-0602", "王明", 1, false, false), host.Posts.Gate.Wishes.Last());
    }

    [Fact]
    public async Task ADraftIsConfirmedAndAnAnnouncementCalledOffWithASecondKey()
    {
        await using var host = await PostHost.StartAsync(SeatRole.GatePost, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "gate");
        await Screens.LiveAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm the visit" }).ClickAsync();
        await page.GetByText("Recorded").WaitForAsync();
        var row = page.Locator("li", new() { HasText = "A-0602" });
        await row.GetByRole(AriaRole.Button, new() { Name = "Call off", Exact = true }).ClickAsync();
        Assert.Single(host.Posts.Gate.Wishes);
        await row.GetByRole(AriaRole.Button, new() { Name = "Yes, call off A-0602" }).ClickAsync();

        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { Name = "Call off", Exact = true })).ToBeVisibleAsync();
        Assert.Equal([new GateWish.Confirm("2", false), new GateWish.Cancel("1")], host.Posts.Gate.Wishes);
    }

    [Fact]
    public async Task ARefusalIsSaidAndWhatWasTypedStays()
    {
        await using var host = await PostHost.StartAsync(SeatRole.GatePost, Cancelled);
        host.Posts.Gate.Outcome = new ActOutcome("code_of_a_newer_server");
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "gate");
        await Screens.LiveAsync(page);

        await page.GetByLabel("Unit").FillAsync("A-9999");
        await page.GetByLabel("Visitor's name").FillAsync("王明");
        await page.GetByRole(AriaRole.Button, new() { Name = "Announce" }).ClickAsync();

        await page.GetByText("Not done: code_of_a_newer_server").WaitForAsync();
        await Assertions.Expect(page.GetByLabel("Unit")).ToHaveValueAsync("A-9999");
    }

    [Fact]
    public async Task AVisitThatNeedsTheControlRoomIsSaidNeutrally()
    {
        await using var host = await PostHost.StartAsync(SeatRole.GatePost, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "gate");
        var row = page.Locator("li", new() { HasText = "B-0101" });
        await Assertions.Expect(row).ToContainTextAsync("Does not count");
        await Assertions.Expect(row).ToContainTextAsync("Ask the visitor to go to the lobby desk.");
        await Assertions.Expect(row.Locator("button")).ToHaveCountAsync(0);
    }
}
