using Bridge.Console.Tests.Hosting;
using Bridge.EndToEnd.Tests.Lobby;
using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>The pages of the people on duty, each in a browser context of its own.</summary>
public sealed class DutyScreens : IAsyncLifetime
{
    private static readonly Screen Desk = new(1366, 768, Dark: false, "zh");
    private static readonly Screen Phone = new(390, 844, Dark: true, "zh");

    private readonly Dictionary<string, IPage> pages = [];
    private Browser? browser;

    public async ValueTask InitializeAsync() => browser = await Browser.StartAsync();

    public async ValueTask DisposeAsync() => await browser!.DisposeAsync();

    /// <summary>The page of a demo user, signed in and living.</summary>
    internal async Task<IPage> OfAsync(LobbyScene scene, string user, string path, CancellationToken stop)
    {
        // Between two scenes a person may have been away for longer than his keys wait for him.
        var person = await scene.PersonAsync(user, stop);
        await person.SayAgainAsync(stop);
        if (!pages.TryGetValue($"{user} {path}", out var page))
        {
            var cookies = person.Cookies;
            page = await browser!.OpenAsync(new Uri(scene.Installation.Api, "/"), user == "pat" ? Phone : Desk, path, cookies: [.. cookies]);
            pages.Add($"{user} {path}", page);
        }

        await LivesAsync(page);
        return page;
    }

    /// <summary>What somebody sees who opens his page a second time in the same browser.</summary>
    internal async Task<IPage> AnotherTabAsync(string user, string path, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var first = pages[$"{user} {path}"];
        var page = await first.Context.NewPageAsync();
        await page.GotoAsync(first.Url);
        await LivesAsync(page);
        return page;
    }

    /// <summary>The page of somebody who has signed in by himself; a new browser each time.</summary>
    internal async Task<IPage> OfAsync(LobbyScene scene, Running.ApiClient person, string path)
    {
        var page = await browser!.OpenAsync(new Uri(scene.Installation.Api, "/"), Desk, path, cookies: [.. person.Cookies]);
        await LivesAsync(page);
        return page;
    }

    /// <summary>A browser in which nobody has signed in.</summary>
    internal Task<IPage> StrangerAsync(LobbyScene scene, string path) => browser!.OpenAsync(new Uri(scene.Installation.Api, "/"), Desk, path);

    /// <summary>The server's beat has come through twice: the page's script runs.</summary>
    internal static async Task LivesAsync(IPage page)
    {
        var beat = page.Locator("[data-beat][data-live]");
        await beat.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        var now = await beat.GetAttributeAsync("data-beat");
        await Assertions.Expect(beat).Not.ToHaveAttributeAsync("data-beat", now!);
    }
}
