using System.Text.Json;
using Bridge.Console.Desk;
using Bridge.Console.Posts.Patrol;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Posts;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Posts;

/// <summary>The patrol's phone: one task, keys at the thumb, an alarm, and a store for what was pressed without a link.</summary>
public sealed class PatrolPageTests
{
    private const float ThumbZone = 844f / 2;
    private const float KeyHeight = 64;

    private const string Controlled = "new Promise(done => navigator.serviceWorker.controller ? done() : navigator.serviceWorker.addEventListener('controllerchange', () => done()))";

    private static readonly Screen Phone = new(390, 844, false, "en");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TaskStage.New, 2)]
    [InlineData(TaskStage.OnScene, 4)]
    [InlineData(TaskStage.Acknowledged, 5)]
    public async Task KeysAreBigAndAtTheThumb(TaskStage stage, int keys)
    {
        await using var host = await PostHost.StartAsync(FakeSeat.Of(SeatRole.Patrol), stage, 0, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Phone, "patrol");
        await Screens.LiveAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the shift" }).ClickAsync();
        await page.Locator(".sound-on").WaitForAsync();

        var boxes = new List<LocatorBoundingBoxResult>();
        foreach (var key in await page.Locator(".patrol-keys button").AllAsync())
        {
            boxes.Add((await key.BoundingBoxAsync())!);
        }

        Assert.Equal(keys, boxes.Count);
        Assert.All(boxes, box => Assert.True(box.Height >= KeyHeight, $"a key is {box.Height} px high"));
        Assert.True(boxes[^1].Y >= ThumbZone && boxes[^1].Y + boxes[^1].Height <= 844, $"the last key is at {boxes[^1].Y}");
    }

    [Fact]
    public async Task AStepIsTold()
    {
        await using var host = await PostHost.StartAsync(SeatRole.Patrol, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Phone, "patrol");
        await Screens.LiveAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("To the next phone in 00:");

        await page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).PressAsync("Enter");
        await page.GetByText("Recorded").WaitForAsync();
        Assert.Equal<object>([(21L, PatrolStep.Acknowledge)], host.Posts.Patrol.Wishes);
    }

    [Fact]
    public async Task ANewTaskSoundsOnceTheShiftHasBegunAndThePhoneIsHeard()
    {
        await using var host = await PostHost.StartAsync(FakeSeat.Of(SeatRole.Patrol), null, 0, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Phone, "patrol");
        await Screens.LiveAsync(page);
        await page.Locator(".sound-off").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the shift" }).ClickAsync();
        await page.Locator(".sound-on").WaitForAsync();

        host.Posts.Patrol.Draw = now => PostPictures.Patrol(now, TaskStage.New);
        await page.Locator("html[data-alarmed='21']").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "A-1502" })).ToBeVisibleAsync();
        await Patience.UntilAsync(() => host.Posts.Patrol.Beats > 0, () => "no beat of the phone", Cancelled);
    }

    [Fact]
    public async Task AResultPressedWithoutALinkIsKeptAndToldWhenTheServerIsBack()
    {
        var host = await PostHost.StartAsync(FakeSeat.Of(SeatRole.Patrol), TaskStage.OnScene, 0, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Phone, "patrol");
        await Screens.LiveAsync(page);
        await host.DisposeAsync();
        await Assertions.Expect(page.Locator(".seat-lost")).ToContainTextAsync("The link to the server is lost", new() { Timeout = 15_000 });
        await Assertions.Expect(page.Locator("[data-link-age]")).ToContainTextAsync("Offline");

        var pressed = TimeProvider.System.GetUtcNow();
        await page.GetByRole(AriaRole.Button, new() { Name = "Not found" }).PressAsync("Enter");
        await page.GetByText("Unsent 1").WaitForAsync();
        await page.GetByText("The result is kept on this phone").WaitForAsync();
        await Screens.CheckAsync(page, "patrol-unsent");

        await using var again = await PostHost.StartAsync(FakeSeat.Of(SeatRole.Patrol), TaskStage.OnScene, host.Address.Port, Cancelled);
        await again.Posts.Patrol.WishesAsync(1, Cancelled);
        var report = Assert.IsType<PatrolReport>(Assert.Single(again.Posts.Patrol.Wishes));
        Assert.Equal((21, PatrolResult.NotFound), (report.Task, report.Result));
        Assert.InRange(report.At, pressed.AddSeconds(-1), pressed.AddSeconds(5));
        await Assertions.Expect(page.Locator("[data-unsent-words]")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task ARefusedResultIsNotToldAgain()
    {
        await using var host = await PostHost.StartAsync(FakeSeat.Of(SeatRole.Patrol), TaskStage.OnScene, 0, Cancelled);
        host.Posts.Patrol.Outcome = new ActOutcome("alert_taken");
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Phone, "patrol");
        await Screens.LiveAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Met by household" }).ClickAsync();
        await page.GetByText("Not done:").WaitForAsync();
        await Assertions.Expect(page.Locator("[data-unsent-words]")).ToHaveTextAsync("");
        Assert.Single(host.Posts.Patrol.Wishes);
    }

    [Fact]
    public async Task ThePageCanBeInstalledAndWithoutALinkItShowsANoticeAndNoOldTask()
    {
        var host = await PostHost.StartAsync(SeatRole.Patrol, Cancelled);
        using var client = new HttpClient { BaseAddress = host.Address };
        using var manifest = JsonDocument.Parse(await client.GetStringAsync(new Uri("/_content/Bridge.Console/manifest.webmanifest", UriKind.Relative), Cancelled));
        Assert.Equal("/patrol", manifest.RootElement.GetProperty("start_url").GetString());
        foreach (var icon in manifest.RootElement.GetProperty("icons").EnumerateArray())
        {
            using var picture = await client.GetAsync(new Uri($"/_content/Bridge.Console/{icon.GetProperty("src").GetString()}", UriKind.Relative), Cancelled);
            Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        }

        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Phone, "patrol");
        await Screens.LiveAsync(page);
        await page.EvaluateAsync(Controlled);
        await host.DisposeAsync();
        await page.GotoAsync(new Uri(host.Address, "/patrol").ToString());

        await page.GetByText("No link: no task can reach this phone.").WaitForAsync();
        Assert.DoesNotContain("A-1502", await page.ContentAsync(), StringComparison.Ordinal);
        await Screens.CheckAsync(page, "patrol-offline");
    }
}
