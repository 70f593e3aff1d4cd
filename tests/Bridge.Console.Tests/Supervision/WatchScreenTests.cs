using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Supervision;
using Bridge.Console.Tests.Posts;

namespace Bridge.Console.Tests.Supervision;

/// <summary>The supervisor's live pages on a desk's screen and on a phone, light and dark, in both languages.</summary>
public sealed class WatchScreenTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("supervision", SeatRole.CsSupervisor), InlineData("health", SeatRole.Administrator), InlineData("delivery", SeatRole.Auditor)]
    public async Task IsAccessibleAndFits(string path, SeatRole role)
    {
        await using var host = await WatchHost.StartAsync(role, Cancelled);
        await using var browser = await Browser.StartAsync();
        foreach (var screen in Screen.Usual)
        {
            var page = await browser.OpenAsync(host.Address, screen, path);
            await page.Locator("main h2").First.WaitForAsync();
            await Screens.LiveAsync(page);
            if (path == "supervision")
            {
                await page.Locator("li[data-door=main] .watch-keys > .key").ClickAsync();
                await page.Locator("#why-main").WaitForAsync();
            }

            await Screens.CheckAsync(page, $"{path}-{screen}");
            await Screens.WalkAsync(page, screen);
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData("supervision", SeatRole.LobbyAssistant), InlineData("supervision", SeatRole.Auditor), InlineData("health", SeatRole.TeamLead)]
    [InlineData("delivery", SeatRole.ControlRoom), InlineData("health", SeatRole.GatePost)]
    public async Task AnotherPostIsToldSoAndSeesNothing(string path, SeatRole role)
    {
        await using var host = await WatchHost.StartAsync(role, Cancelled);
        using var client = new HttpClient { BaseAddress = host.Address };
        var page = await client.GetStringAsync(new Uri($"/{path}?lang=en", UriKind.Relative), Cancelled);
        Assert.Contains("This page belongs to another post", page, StringComparison.Ordinal);
        Assert.DoesNotContain("garage", page, StringComparison.Ordinal);
    }
}
