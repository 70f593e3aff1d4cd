using Bridge.Console.Doors;
using Bridge.Console.Tests.Hosting;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bridge.Console.Tests;

/// <summary>The page in a real browser. ./pictures keeps what it looks like.</summary>
public sealed class BrowserTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<Screen> Screens => [.. Screen.Usual];

    [Theory, MemberData(nameof(Screens))]
    public async Task EveryScreenIsAccessibleAndFits(Screen screen)
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, screen);
        await page.Locator(".card").First.WaitForAsync();

        await KeepAsync(page, $"doors-{screen}.png");
        var report = await page.RunAxe();
        Assert.Empty(report.Violations.Select(violation => $"{violation.Id}: {violation.Nodes.First().Html}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways");
    }

    [Theory, MemberData(nameof(Screens))]
    public async Task TheReadersAreAccessibleAndFit(Screen screen)
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.WithReaders(TimeProvider.System.GetUtcNow()), Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, screen);
        await LiveAsync(page);
        await KeepAsync(page, $"doors-with-readers-{screen}.png");
        await page.Locator("nav.pages a").Nth(1).ClickAsync();
        await page.Locator(".reader-rows tbody tr").First.WaitForAsync();

        await KeepAsync(page, $"readers-{screen}.png");
        var report = await page.RunAxe();
        Assert.Empty(report.Violations.Select(violation => $"{violation.Id}: {violation.Nodes.First().Html}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task TheThemeIsChosenAtTheMachineAndStays(bool dark)
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, new Screen(1366, 768, dark, "en"));
        var (before, key) = (await GroundAsync(page), page.Locator("[data-theme-switch]"));
        Assert.Equal(dark ? "Light" : "Dark", (await key.InnerTextAsync()).Trim());

        await key.ClickAsync();
        var chosen = await GroundAsync(page);
        Assert.NotEqual(before, chosen);
        Assert.Equal(dark ? "Dark" : "Light", (await key.InnerTextAsync()).Trim());

        await page.ReloadAsync();
        Assert.Equal(chosen, await GroundAsync(page));
        await key.ClickAsync();
        Assert.Equal(before, await GroundAsync(page));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task TroubleIsAccessibleToo(bool dark)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var host = await ConsoleHost.StartAsync(Pictures.Troubled(now.AddSeconds(-42)), Cancelled);
        await using var browser = await Browser.StartAsync();
        var screen = new Screen(1366, 768, dark, "zh");
        var page = await browser.OpenAsync(host.Address, screen);
        await page.Locator(".banner").First.WaitForAsync();

        await KeepAsync(page, $"trouble-{screen}.png");
        var report = await page.RunAxe();
        Assert.Empty(report.Violations.Select(violation => $"{violation.Id}: {violation.Nodes.First().Html}"));
    }

    [Fact]
    public async Task ANewPictureIsShownWithoutReloadAndWithoutBreakingTheContentPolicy()
    {
        var now = TimeProvider.System.GetUtcNow();
        var quiet = Pictures.Morning(now);
        await using var host = await ConsoleHost.StartAsync(quiet, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, new Screen(1366, 768, false, "en"));

        // A page that is left while its link is being made complains too, and rightly: this one lives.
        await LiveAsync(page);
        var complaints = new System.Collections.Concurrent.ConcurrentQueue<string>();
        page.Console += (_, message) => complaints.Enqueue($"{message.Type}: {message.Text}");
        await page.ReloadAsync();
        await LiveAsync(page);

        var office = quiet.Doors[^1] with { Alarm = AlarmState.DoorOpenTooLong };
        host.Board.Show(quiet with { ObservedAt = now.AddSeconds(1), Doors = [.. quiet.Doors[..^1], office] });

        await page.Locator(".alarms", new PageLocatorOptions { HasTextString = "Door open too long" }).WaitForAsync();
        Assert.DoesNotContain(complaints, complaint => complaint.StartsWith("error", StringComparison.Ordinal));
    }

    /// <summary>Chromium now and then shows nothing after the address of an icon in a file was changed: ours are in the document.</summary>
    [Fact]
    public async Task AnIconThatChangesIsSeen()
    {
        const string Blank = "() => [...document.querySelectorAll('.card svg.icon use')].filter(icon => !document.querySelector(icon.getAttribute('href')) || icon.getBBox().width === 0).length";
        var quiet = Pictures.Morning(TimeProvider.System.GetUtcNow());
        await using var host = await ConsoleHost.StartAsync(With(ContactState.Closed), Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, new Screen(1366, 768, false, "en"));
        await LiveAsync(page);
        foreach (var contact in Enumerable.Range(0, 40).Select(turn => turn % 2 == 0 ? ContactState.Open : ContactState.Closed))
        {
            host.Board.Show(With(contact));
            await Assertions.Expect(page.Locator($".card use[href='#icon-{(contact == ContactState.Open ? "door-open" : "door")}']")).ToHaveCountAsync(quiet.Doors.Length);
            Assert.Equal(0, await page.EvaluateAsync<int>(Blank));
        }

        // The control: what is in no sheet is blank.
        await page.EvaluateAsync("() => document.querySelector('.card use').setAttribute('href', '#icon-of-nothing')");
        Assert.Equal(1, await page.EvaluateAsync<int>(Blank));

        DoorBoardView With(ContactState contact) => quiet with { Doors = [.. quiet.Doors.Select(door => door with { Contact = contact })] };
    }

    [Fact]
    public async Task EventsThatAreNotOnDiskSaySoAndThePageGoesOn()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(now), Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, new Screen(1366, 768, false, "en"));
        await LiveAsync(page);

        host.Board.Show(Pictures.Troubled(now.AddSeconds(1)));
        await Assertions.Expect(page.Locator(".unjournalled")).ToHaveTextAsync(["not journalled", "not journalled"]);
        host.Board.Show(Pictures.Morning(now.AddSeconds(2)));

        await Assertions.Expect(page.Locator(".unjournalled")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task AStoppedPictureSaysSoByItself()
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow().AddSeconds(-8)), Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, new Screen(1366, 768, false, "en"));

        await page.Locator(".banner", new PageLocatorOptions { HasTextString = "No new data" }).WaitForAsync();
    }

    [Fact]
    public async Task ALostServerIsSaidInThePage()
    {
        var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, new Screen(1366, 768, false, "zh"));
        await LiveAsync(page);
        await Assertions.Expect(page.Locator(".lost")).ToBeHiddenAsync();

        host.Board.Show(Pictures.Empty(TimeProvider.System.GetUtcNow()));
        await page.Locator(".empty").First.WaitForAsync();
        await host.DisposeAsync();

        await Assertions.Expect(page.Locator(".lost")).ToBeVisibleAsync();
        await KeepAsync(page, "lost.png");
    }

    [Fact]
    public async Task EverythingThatActsIsReachedByKeyboard()
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, new Screen(1366, 768, false, "zh"));
        await LiveAsync(page);

        var reached = new List<string?>();
        for (var step = 0; step < 6; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string?>("document.activeElement.className"));
        }

        Assert.Equal(["seat-key", "switch theme-switch", "switch", "alarm tone-critical", "cards", "event-rows"], reached);
    }

    /// <summary>
    /// The circuit stands when ages grow by themselves. Two changes: the first may be the server's picture making room for the living page, which takes
    /// the focus away.
    /// </summary>
    private static async Task LiveAsync(IPage page)
    {
        var age = page.Locator(".taken .age");
        for (var change = 0; change < 2; change++)
        {
            await Assertions.Expect(age).Not.ToHaveTextAsync(await age.InnerTextAsync());
        }
    }

    private static async Task KeepAsync(IPage page, string file)
    {
        if (Screen.Pictures is { } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, file) });
        }
    }

    private static Task<string> GroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
