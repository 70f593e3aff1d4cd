using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Lobby;
using Bridge.EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>
/// Whatever ends somebody's session at the running product ends all of it within a second: what he sees in Chromium, the live stream that he listens to, and
/// every request that he makes; and it is over after the product has died and come back.
/// </summary>
[Collection(LobbyScenes.Name)]
public sealed class SessionEndTests(LobbyScene scene, DutyScreens screens, ITestOutputHelper output) : IClassFixture<DutyScreens>
{
    private const string Password = "correct horse battery";
    private const string Name = "郑离";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("signs-out", "by himself, in another tab of the same browser")]
    [InlineData("disabled", "his account is shut")]
    [InlineData("moved", "his posts are others now")]
    [InlineData("new-password", "his password was taken away")]
    [InlineData("new-factor", "his second factor was taken away")]
    public async Task AllOfItEndsWithinASecond(string cause, string why)
    {
        var id = await NewcomerAsync(cause, new JsonObject { ["role"] = "gatePost" });
        using var person = await ApiClient.SignInAsync(scene.Installation, cause, Password, desk: null, Token);
        var page = await screens.OfAsync(scene, person, "gate");
        using var stream = await person.StreamAsync(Token);
        Assert.NotNull(await stream.ReadLineAsync(Token));

        // The positive control: it goes on as long as nothing happens.
        Assert.Equal(HttpStatusCode.OK, (await person.SendOnceAsync(HttpMethod.Get, "session", null, Token)).Status);

        // His page may not come back by the sign-in: it has to be empty by itself.
        await page.RouteAsync("**/sign-in?**", route => route.AbortAsync("aborted"));
        var vanishing = await Vanishing.BeginAsync(page, Name);
        var clock = Stopwatch.StartNew();
        var silent = SilentAsync(stream, clock);
        await EndAsync(cause, id, person);
        var (answered, told) = (clock.Elapsed, TimeProvider.System.GetUtcNow());
        var status = (await person.SendOnceAsync(HttpMethod.Get, "session", null, Token)).Status;
        var (quiet, empty) = (await silent - answered, await vanishing.SinceAsync(told, Token));
        output.WriteLine($"{cause}: answered after {answered.TotalMilliseconds:0} ms, then {status}; the stream ended {quiet.TotalMilliseconds:0} ms after that, the page was empty {empty.TotalMilliseconds:0} ms after it");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.True(quiet < Limit && empty < Limit, why);
    }

    /// <summary>A desk is the second factor of who works there: without it nobody does.</summary>
    [Fact]
    public async Task ARevokedDeskTakesItsPeopleWithIt()
    {
        var enrolled = await scene.DoAsync("admin", "desks", new JsonObject { ["name"] = "3", ["lobby"] = "a" }, Token);
        var desk = (await scene.PersonAsync("admin", Token)).Cookies.Single(cookie => cookie.Name == "accessbridge-desk");
        await NewcomerAsync("at-the-desk", new JsonObject { ["role"] = "lobbyAssistant", ["lobby"] = "a" });
        using var person = await ApiClient.SignInAsync(scene.Installation, "at-the-desk", Password, desk, Token);
        using var stream = await person.StreamAsync(Token);
        Assert.NotNull(await stream.ReadLineAsync(Token));
        var clock = Stopwatch.StartNew();
        var silent = SilentAsync(stream, clock);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.SendAsync(HttpMethod.Delete, "admin", $"desks/{enrolled["id"]}", null, Token)).Status);
        var answered = clock.Elapsed;
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.SendOnceAsync(HttpMethod.Get, "session", null, Token)).Status);
        Assert.True(await silent - answered < Limit, $"{await silent}");
    }

    /// <summary>Answered means written: a product that dies the moment after does not know it again.</summary>
    [Fact]
    public async Task ItIsOverAfterTheProductHasDied()
    {
        foreach (var cause in (string[])["dies-signs-out", "dies-disabled", "dies-new-password"])
        {
            var id = await NewcomerAsync(cause, new JsonObject { ["role"] = "gatePost" });
            using var person = await ApiClient.SignInAsync(scene.Installation, cause, Password, desk: null, Token);
            using var stays = await ApiClient.SignInAsync(scene.Installation, "gate", Token);
            await EndAsync(cause["dies-".Length..], id, person);
            await scene.KillAsync(Token);
            await scene.ReturnAsync(Token);
            Assert.Equal(HttpStatusCode.Unauthorized, (await person.SendOnceAsync(HttpMethod.Get, "session", null, Token)).Status);
            Assert.Equal(HttpStatusCode.OK, (await stays.SendOnceAsync(HttpMethod.Get, "session", null, Token)).Status);
        }
    }

    private Task<string> NewcomerAsync(string name, JsonObject post) => scene.NewcomerAsync(name, Name, Password, post, Token);

    private async Task EndAsync(string cause, string id, ApiClient person)
    {
        var (status, answer) = cause switch
        {
            "signs-out" => await person.SendOnceAsync(HttpMethod.Delete, "session", null, Token),
            "disabled" => await scene.AskAsync("admin", $"accounts/{id}/disable", null, Token),
            "moved" => await scene.SendAsync(HttpMethod.Put, "admin", $"accounts/{id}/posts", new JsonObject { ["posts"] = new JsonArray(new JsonObject { ["role"] = "patrol" }) }, Token),
            "new-password" => await scene.AskAsync("admin", $"accounts/{id}/password-code", null, Token),
            _ => await scene.AskAsync("admin", $"accounts/{id}/second-factor-reset", null, Token),
        };
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{cause}: {status} {answer?.ToJsonString()}");
    }

    private static async Task<TimeSpan> SilentAsync(StreamReader stream, Stopwatch clock)
    {
        while (await stream.ReadLineAsync(Token) is not null)
        {
            // What still comes before the end.
        }

        return clock.Elapsed;
    }
}
