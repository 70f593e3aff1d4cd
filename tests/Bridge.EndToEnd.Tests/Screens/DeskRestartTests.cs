using Bridge.EndToEnd.Tests.Lobby;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Bridge.Simulators.Intercoms;
using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>The service dies under a live case: the key dies with it, the page comes back by itself, and nothing that was said before opens afterwards.</summary>
public sealed class DeskRestartTests(LobbyScene scene, DutyScreens screens) : IClassFixture<LobbyScene>, IClassFixture<DutyScreens>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AKilledServiceLeavesADeadKeyAndComesBackWithTheCaseWhereItWas()
    {
        scene.Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 1, UnlocksAfter: 1, Talks: 3));
        var page = await screens.OfAsync(scene, "la", "desk", Token);
        var hands = new Hands(page);
        await hands.ChordAsync("Alt+5");
        await hands.LineAsync("input[id^=visit-]", "王明 访 李建国 1203");
        var key = page.Locator("#open-key");
        await page.Locator("#open-key[data-live=true]").WaitForAsync(new LocatorWaitForOptions { Timeout = 40_000 });
        var (number, pulses) = (await key.GetAttributeAsync("data-case"), scene.Pulses);

        await scene.KillAsync(Token);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await page.Locator(".when-lost").WaitForAsync(new LocatorWaitForOptions { Timeout = 15_000 });
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"the key was dead after {clock.Elapsed}");
        await page.Keyboard.PressAsync("F9");

        // What happens meanwhile is jotted down on the same screen, and is still there afterwards.
        await page.FillAsync("#notes", "纸单 P-0031 王明");
        await scene.ReturnAsync(Token);
        await page.Locator($"#open-key[data-case='{number}'][data-live=false]").WaitForAsync(new LocatorWaitForOptions { Timeout = 30_000 });
        await DutyScreens.LivesAsync(page);
        await Assertions.Expect(page.Locator("#notes")).ToHaveValueAsync("纸单 P-0031 王明");
        await page.FillAsync("#notes", "");
        await Assertions.Expect(page.Locator(".case-facts dd.unit")).ToHaveTextAsync("A-1203");
        await page.Keyboard.PressAsync("F9");
        Assert.Equal(pulses, scene.Pulses);

        // Asked again, it opens; and once.
        Assert.True(await Deadline.UntilAsync(() => scene.Board.OpenCalls.Count == 0, TimeSpan.FromSeconds(40), Token), "the panel is in a call");
        await page.Locator(".case-actions .key", new PageLocatorOptions { HasTextString = "再呼一次" }).ClickAsync();
        await page.Locator("#open-key[data-live=true]").WaitForAsync(new LocatorWaitForOptions { Timeout = 40_000 });
        scene.Installation.World.Doors[scene.Door].Wait(new Visitor(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.Zero));
        await page.Keyboard.PressAsync("F9");
        await page.Keyboard.PressAsync("F9");
        await Assertions.Expect(page.Locator(".case-head .chip")).ToHaveTextAsync("已进入", new LocatorAssertionsToHaveTextOptions { Timeout = 20_000 });
        Assert.Equal(pulses + 1, scene.Pulses);
    }

    /// <summary>The site file gets a box of large keys: what it sends opens, at the relay, and F9 does not any more.</summary>
    [Fact]
    public async Task KeysThatTheSiteChoosesAreTheDesksAfterItsNextStart()
    {
        var usual = await File.ReadAllTextAsync(scene.Installation.SiteFile, Token);
        await StartWithAsync(usual.Replace("\"doors\": [\"lobby-main\", \"lobby-back\"],", "\"doors\": [\"lobby-main\", \"lobby-back\"], \"keys\": { \"open\": \"F16\" },", StringComparison.Ordinal));
        using var person = await ApiClient.SignInAsync(scene.Installation, "tl", Token);
        var page = await screens.OfAsync(scene, person, "desk");
        await Assertions.Expect(page.Locator("#open-key kbd")).ToHaveTextAsync("F16");
        var hands = new Hands(page);
        await hands.ChordAsync("Alt+1");
        await hands.LineAsync("input[id^=resident-]", "0805");
        await page.Locator("#open-key[data-live=true]").WaitForAsync(new LocatorWaitForOptions { Timeout = 40_000 });
        var pulses = scene.Pulses;
        scene.Installation.World.Doors[scene.Door].Wait(new Visitor(TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.Zero));
        await page.Keyboard.PressAsync("F9");
        await Assertions.Expect(page.Locator("#open-key[data-live=true]")).ToHaveCountAsync(1);
        await page.EvaluateAsync("['keydown', 'keyup'].forEach(kind => document.body.dispatchEvent(new KeyboardEvent(kind, { key: 'F16', bubbles: true, cancelable: true })))");
        await Assertions.Expect(page.Locator(".case-head .chip")).ToHaveTextAsync("已进入", new LocatorAssertionsToHaveTextOptions { Timeout = 20_000 });
        Assert.Equal(pulses + 1, scene.Pulses);
        await StartWithAsync(usual);
    }

    private async Task StartWithAsync(string site)
    {
        await scene.KillAsync(Token);
        await File.WriteAllTextAsync(scene.Installation.SiteFile, site, Token);
        await scene.ReturnAsync(Token);
    }

    [Fact]
    public async Task AWishForErasureOutlivesTheService()
    {
        var id = await scene.OpenCaseAsync("governmentOfficer", Token);
        await scene.DoAsync("la", $"cases/{id}/party", new System.Text.Json.Nodes.JsonObject { ["name"] = "范进", ["organisation"] = "青山消防", ["purpose"] = "检查" }, Token);
        await scene.DoAsync("la", $"cases/{id}/refuse", null, Token);
        var number = Assert.Single(await scene.RecordsAsync("visitor-log", id, Token))["number"]!.GetValue<string>();
        var wish = (await scene.DoAsync("off", "erasures", new System.Text.Json.Nodes.JsonObject { ["records"] = new System.Text.Json.Nodes.JsonArray(number), ["ground"] = "request" }, Token))["id"]!.GetValue<string>();

        await scene.KillAsync(Token);
        await scene.ReturnAsync(Token);
        var kept = Assert.Single((await scene.GetAsync("audit", "erasures", Token)).AsArray(), one => one!["id"]!.GetValue<string>() == wish)!;
        Assert.Equal((number, "request"), (kept["records"]![0]!.GetValue<string>(), kept["ground"]!.GetValue<string>()));
        Assert.Equal(1, (await scene.DoAsync("audit", $"erasures/{wish}/carry-out", null, Token))["asked"]!.GetValue<int>());
        Assert.Empty((await scene.GetAsync("audit", "erasures", Token)).AsArray());
        Assert.Equal("erased", (await scene.GetAsync("sup", $"records/{number}", Token))["person"]!.GetValue<string>());
    }
}
