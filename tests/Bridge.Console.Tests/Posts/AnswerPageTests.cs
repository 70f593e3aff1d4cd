using System.Text.RegularExpressions;
using Bridge.Console.Desk;
using Bridge.Console.Posts.Office;
using Bridge.Console.Posts.Questions;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Posts;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Posts;

/// <summary>The control room and the office take questions on and answer them.</summary>
public sealed partial class AnswerPageTests
{
    private static readonly Screen Desk = new(1366, 768, false, "en");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheControlRoomTakesOnAndAnswersWithASealedReason()
    {
        await using var host = await PostHost.StartAsync(SeatRole.ControlRoom, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "control-room");
        await Screens.LiveAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Take on" }).ClickAsync();
        await page.GetByText("Recorded").WaitForAsync();
        var card = page.Locator("article", new() { HasText = "B-2902" });
        await card.GetByLabel("Reason").FillAsync("不方便");
        await card.GetByRole(AriaRole.Button, new() { Name = "No", Exact = true }).PressAsync("Enter");
        await host.Posts.ControlRoom.WishesAsync(2, Cancelled);

        Assert.Equal([new QuestionWish.TakeOn(7), new QuestionWish.Answer(6, QuestionReply.No, null, "不方便")], host.Posts.ControlRoom.Wishes);
    }

    [Fact]
    public async Task ClocksRunAndALateQuestionSaysSo()
    {
        await using var host = await PostHost.StartAsync(SeatRole.ControlRoom, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "control-room");
        await Assertions.Expect(page.Locator("article").First).ToContainTextAsync("Late: not answered in time");
        await Assertions.Expect(page.Locator("article").First).ToContainTextAsync("The team lead has been told");
        var fresh = page.Locator("article", new() { HasText = "Not taken on" });
        await Assertions.Expect(fresh).ToContainTextAsync("Take it on within 14 s");

        host.Posts.ControlRoom.IsFrozen = true;
        await Assertions.Expect(fresh).ToContainTextAsync(Later());
    }

    [Fact]
    public async Task APermissionIsTakenBackWithASecondKey()
    {
        await using var host = await PostHost.StartAsync(SeatRole.ControlRoom, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "control-room");
        await Screens.LiveAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Take the permission back" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, take it back" }).ClickAsync();
        await host.Posts.ControlRoom.WishesAsync(1, Cancelled);

        Assert.Equal([new QuestionWish.Answer(4, QuestionReply.No, null, null)], host.Posts.ControlRoom.Wishes);
    }

    [Fact]
    public async Task AnEmergencyNeedsADoorAReasonAndASecondKey()
    {
        await using var host = await PostHost.StartAsync(SeatRole.ControlRoom, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "control-room");
        await Screens.LiveAsync(page);

        await page.GetByLabel("Door to open").SelectOptionAsync(new SelectOptionValue { Label = "Lobby B · Main entrance" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Ambulance", Exact = true }).ClickAsync();
        Assert.Empty(host.Posts.ControlRoom.Wishes);
        await page.GetByRole(AriaRole.Button, new() { Name = "now: Ambulance" }).ClickAsync();
        await host.Posts.ControlRoom.WishesAsync(1, Cancelled);

        Assert.Equal([new EmergencyWish("b", "lobby-b", EmergencyKind.Medical)], host.Posts.ControlRoom.Wishes);
    }

    [Fact]
    public async Task TheOfficePermitsSoManyAndBooksAndCallsOffTours()
    {
        await using var host = await PostHost.StartAsync(SeatRole.OfficeDutyOfficer, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "office");
        await Screens.LiveAsync(page);

        var card = page.Locator("article", new() { HasText = "Employee" });
        await card.GetByLabel("For how many people").FillAsync("1");
        await card.GetByRole(AriaRole.Button, new() { Name = "Yes", Exact = true }).ClickAsync();
        await host.Posts.Office.WishesAsync(1, Cancelled);
        await page.GetByLabel("From").FillAsync("2026-12-01T10:00");
        await page.GetByLabel("Until").FillAsync("2026-12-01T11:30");
        await page.GetByLabel("Number of people").FillAsync("25");
        await page.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true }).ClickAsync();
        await host.Posts.Office.WishesAsync(2, Cancelled);
        await page.Locator("li", new() { HasText = "28 of 30" }).GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, call off" }).ClickAsync();
        await host.Posts.Office.WishesAsync(3, Cancelled);

        Assert.Equal<object>(
            [
                new QuestionWish.Answer(9, QuestionReply.Yes, 1, null),
                new TourWish.Book("a", 25, new DateTime(2026, 12, 1, 10, 0, 0), new DateTime(2026, 12, 1, 11, 30, 0)),
                new TourWish.Cancel("t2"),
            ],
            host.Posts.Office.Wishes);
    }

    [GeneratedRegex("Take it on within ([0-9]|1[0-2]) s")]
    private static partial Regex Later();
}
