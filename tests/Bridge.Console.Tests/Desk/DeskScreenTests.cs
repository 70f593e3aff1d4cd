using Bridge.Console.Desk;
using Bridge.Console.Tests.Hosting;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Desk;

/// <summary>How the desk looks: every screen fits, is accessible, and is the same in both languages and themes. ./pictures keeps what it looks like.</summary>
public sealed class DeskScreenTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, Func<DateTimeOffset, DeskView>> Scenes = new()
    {
        ["quiet"] = DeskPictures.Quiet,
        ["busy"] = DeskPictures.Busy,
        ["live"] = now => DeskPictures.With(now, DeskPictures.Cleared),
        ["stale"] = now => DeskPictures.With(now.AddSeconds(-14), DeskPictures.Cleared),
        ["alarm"] = DeskPictures.Alarmed,
        ["refused"] = now => DeskPictures.With(now, DeskPictures.Waiting with { Stage = CaseStage.Refused, Ended = true, Question = null, Missing = [], Refused = "household_refused" }),
        ["name"] = now => DeskPictures.With(now, new DeskCase(20, DeskPictures.Door, AdmissionCategory.SelfDeclaredResident, CaseStage.Verifying, TimeSpan.FromSeconds(80))
        {
            Unit = "A-1502", Unanswered = 2, Missing = ["RegisterMatch"], Mine = true,
        }),
        ["entered"] = now => DeskPictures.With(now, DeskPictures.Entered(now)),
        ["looks"] = now => DeskPictures.With(now, DeskPictures.Compared),
    };

    public static TheoryData<string, Screen> Cases =>
        [
            .. from scene in Scenes.Keys
               from screen in Screen.Of(
                   [
                       new(1366, 768, false, "zh"), new(1366, 768, true, "en"),
                       .. scene is "busy" or "live" or "alarm" ? (Screen[])[Screen.TwiceAsLarge, new(390, 844, scene == "busy", scene == "busy" ? "en" : "zh")] : [],
                   ])
               select (scene, screen),
        ];

    [Theory, InlineData("zh"), InlineData("en")]
    public async Task TheOpenKeyStandsAtTheSamePlaceInEveryState(string language)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var host = await DeskHost.StartAsync(Scenes["quiet"](now), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(new Screen(1366, 768, false, language));
        List<(string State, string Place)> places = [];
        foreach (var (name, draw) in Scenes)
        {
            host.Desk.Show(draw(TimeProvider.System.GetUtcNow()));
            var number = host.Desk.Current.Cases.LastOrDefault()?.Id;
            await page.GotoAsync(new Uri(host.Host.Address, $"/desk?lang={language}&case={number}").ToString());
            await page.Locator(number is null ? ".case-none" : $"#open-key[data-case='{number}']").WaitForAsync();
            places.Add((name, await PlaceAsync(page)));
        }

        await page.Locator(".emergency").ClickAsync();
        await page.Locator(".emergency-reason").First.WaitForAsync();
        places.Add(("reasons of an emergency", await PlaceAsync(page)));

        Assert.True(places.DistinctBy(one => one.Place).Count() == 1, string.Join("; ", places));
    }

    [Theory, InlineData("quiet"), InlineData("busy"), InlineData("live"), InlineData("alarm"), InlineData("refused"), InlineData("name"), InlineData("looks")]
    public async Task TheFocusIsAlwaysSeenAtEveryZoom(string scene)
    {
        await using var host = await DeskHost.StartAsync(Scenes[scene](TimeProvider.System.GetUtcNow().AddMinutes(5)), DeskPictures.Assistant, Cancelled);
        foreach (var screen in (Screen[])[new(1366, 768, false, "zh"), Screen.TwiceAsLarge])
        {
            var page = await host.OpenAsync(screen);
            var places = await Focus.WalkAsync(page);
            Assert.True(places > 12, $"{screen}: only {places} places for the focus");
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task EveryScreenIsAccessibleAndFits(string scene, Screen screen)
    {
        await using var host = await DeskHost.StartAsync(Scenes[scene](TimeProvider.System.GetUtcNow()), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(screen);
        if (host.Desk.Current.Cases is [var ended] && ended.Ended)
        {
            // Nobody is shown what is over unless she looks for it.
            await page.GotoAsync(new Uri(host.Host.Address, $"/desk?lang={screen.Language}&case={ended.Id}").ToString());
            await page.Locator($"#open-key[data-case='{ended.Id}']").WaitForAsync();
        }

        if (Screen.Pictures is { } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = System.IO.Path.Combine(folder, $"desk-{scene}-{screen}.png"), FullPage = screen.Width < 1000 });
        }

        var report = await page.RunAxe();
        Assert.Empty(report.Violations.Select(violation => $"{violation.Id}: {violation.Nodes.First().Html}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways");
        Assert.True(screen.Width < 1000 || await page.EvaluateAsync<bool>("document.documentElement.scrollHeight <= window.innerHeight"), "the desk scrolls as a whole");
    }

    private static async Task<string> PlaceAsync(IPage page) =>
        await page.Locator("#open-key").BoundingBoxAsync() is { } box ? FormattableString.Invariant($"{box.X} {box.Y} {box.Width} {box.Height}") : "none";
}
