using System.Net;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Posts;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Posts;

/// <summary>A post's page is its person's, as long as he has the post; it is empty at once when not, and never shows an old picture as the present.</summary>
public sealed class SeatTests
{
    private static readonly Screen Desk = new(1366, 768, false, "en");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gate"), InlineData("control-room"), InlineData("office"), InlineData("front-desk"), InlineData("patrol")]
    public async Task WhoIsNotSignedInIsSentToTheSignInAndBack(string path)
    {
        await using var host = await PostHost.StartAsync(new FakeSeat(null), null, 0, Cancelled);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await client.GetAsync(new Uri(host.Address, $"/{path}?lang=en"), Cancelled);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith($"sign-in?then=%2F{path}%3Flang%3Den&lang=en", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<main", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gate", SeatRole.Patrol), InlineData("control-room", SeatRole.GatePost), InlineData("office", SeatRole.LobbyAssistant)]
    [InlineData("front-desk", SeatRole.OfficeDutyOfficer), InlineData("patrol", SeatRole.ControlRoom)]
    public async Task AnotherPostIsToldSoAndSeesNothing(string path, SeatRole role)
    {
        await using var host = await PostHost.StartAsync(role, Cancelled);
        using var client = new HttpClient { BaseAddress = host.Address };
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri($"/{path}?lang=en", UriKind.Relative), Cancelled));
        Assert.Contains("This page belongs to another post", page, StringComparison.Ordinal);
        Assert.Contains($"sign-in?then=%2F{path}", page, StringComparison.Ordinal);

        // No unit; two of its letters alone may stand in the form's random token.
        Assert.DoesNotMatch(@"\b[AB]-\d{4}\b", page);
    }

    [Fact]
    public async Task ASiteWithoutADeskSaysSo()
    {
        await using var host = await ConsoleHost.StartAsync(
            Pictures.Morning(TimeProvider.System.GetUtcNow()), services => services.AddSingleton<ISeat>(FakeSeat.Of(SeatRole.GatePost)), 0, Cancelled);
        Assert.Contains("This site has no lobby", await host.FetchAsync("/gate?lang=en", Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEndedSessionEmptiesThePage()
    {
        await using var host = await PostHost.StartAsync(SeatRole.GatePost, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "gate");
        await page.GetByText("A-0602").First.WaitForAsync();

        // The sign-in does not come: the page is empty without it.
        var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/sign-in?**", async route =>
        {
            await route.AbortAsync("aborted");
            asked.TrySetResult(route.Request.Url);
        });
        host.Seat.End();
        Assert.Contains("then=%2Fgate", await asked.Task.WaitAsync(Cancelled), StringComparison.Ordinal);
        await page.WaitForFunctionAsync("() => !document.documentElement.outerHTML.includes('A-0602')");
    }

    [Fact]
    public async Task APictureThatStoppedSaysSoAndItsKeysAreDead()
    {
        await using var host = await PostHost.StartAsync(SeatRole.ControlRoom, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "control-room");
        var key = page.GetByRole(AriaRole.Button, new() { Name = "Take on" });
        await Assertions.Expect(key).ToBeEnabledAsync();

        host.Posts.ControlRoom.IsFrozen = true;
        await Assertions.Expect(key).ToBeDisabledAsync(new() { Timeout = 15_000 });
        await page.GetByText("The data is more than 10 s old").WaitForAsync();
        host.Posts.ControlRoom.IsFrozen = false;
        await Assertions.Expect(key).ToBeEnabledAsync();
    }

    [Fact]
    public async Task ALostServerIsSaidWithinTenSecondsAndTheKeysAreDead()
    {
        var host = await PostHost.StartAsync(SeatRole.ControlRoom, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "control-room");
        await Screens.LiveAsync(page);
        Assert.Equal(0, await page.Locator("[inert]").CountAsync());

        await host.DisposeAsync();
        await Assertions.Expect(page.Locator(".seat-lost")).ToContainTextAsync("The link to the server is lost", new() { Timeout = 10_000 });
        Assert.True(await page.GetByText("Take on").First.EvaluateAsync<bool>("key => key.closest('[inert]') !== null"), "a key is alive");
    }
}
