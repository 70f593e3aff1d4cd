using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Lobby;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Bridge.Simulators.Intercoms;
using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>What breaks under a live key: the broker, the door's controller, two tabs and two fast presses. What opens is counted at the simulated relay.</summary>
public sealed class DeskTroubleTests(LobbyScene scene, DutyScreens screens) : IClassFixture<LobbyScene>, IClassFixture<DutyScreens>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    /// <summary>No answer of a door for this long, and the key has to be dead (procedure, stale data).</summary>
    private static readonly TimeSpan DeadWithin = TimeSpan.FromSeconds(10);

    /// <summary>A post of which nothing was heard for this long is away.</summary>
    private static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(15);

    private static readonly LocatorWaitForOptions Soon = new() { Timeout = 40_000 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WithoutTheBrokerTheDeskSaysSoAndTheKeyWorksAndWhatHappenedIsToldAfterwards()
    {
        var page = await DeskAsync();
        await scene.Broker.KillAsync(Token);
        await page.Locator(".links .chip.tone-critical, .links .chip.tone-warning").First.WaitForAsync(Soon);

        var (id, before) = (await ClearedAsync(page), scene.Pulses);
        SomebodyWaits();
        await page.Keyboard.PressAsync("F9");
        await scene.UntilAsync(id, "entered", Token);
        Assert.Equal(before + 1, scene.Pulses);
        Assert.DoesNotContain(scene.OfCase(id), told => told.Kind == "caseClosed" || told.Kind == "keyPressed");

        await scene.Broker.StartAgainAsync(Token);
        Assert.True(await Deadline.UntilAsync(() => scene.OfCase(id).Any(), Limit, Token), "the case was not told after the broker's return");
        await Assertions.Expect(page.Locator(".links .chip.tone-critical, .links .chip.tone-warning")).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 40_000 });
    }

    [Fact]
    public async Task WithoutTheDoorsControllerTheKeyIsDeadAndSaysWhy()
    {
        var page = await DeskAsync();
        var (id, before) = (await ClearedAsync(page), scene.Pulses);

        scene.Installation.World.Lines["lobby"].Unplug();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await page.Locator("#open-key[data-live=false]").WaitForAsync(Soon);
        Assert.True(clock.Elapsed < DeadWithin, $"the key was dead after {clock.Elapsed}");
        await Assertions.Expect(page.Locator(".when-linked")).ToContainTextAsync("门的状态未知");
        await page.Keyboard.PressAsync("F9");
        await page.Locator("#open-key").ClickAsync(new LocatorClickOptions { Force = true });

        // Who does not believe the screen gets the same from the server.
        await scene.RefusedAsync("la", $"cases/{id}/open", new JsonObject { ["door"] = scene.Door }, "door_offline", Token);

        scene.Installation.World.Lines["lobby"].Replug();
        await Assertions.Expect(page.Locator(".side-door").First).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("tone-warning"), new LocatorAssertionsToHaveClassOptions { Timeout = 40_000 });
        Assert.Equal(before, scene.Pulses);
        await CancelAsync(page);
    }

    [Fact]
    public async Task TwoTabsOfOneCaseOpenOnce()
    {
        var first = await DeskAsync();
        var (id, before) = (await ClearedAsync(first), scene.Pulses);
        var second = await screens.AnotherTabAsync("la", "desk", Token);
        await second.Locator($"#open-key[data-case='{id}'][data-live=true]").WaitForAsync(Soon);

        SomebodyWaits();
        await Task.WhenAll(first.Keyboard.PressAsync("F9"), second.Keyboard.PressAsync("F9"));
        await scene.UntilAsync(id, "entered", Token);

        Assert.Equal(before + 1, scene.Pulses);
        foreach (var page in new[] { first, second })
        {
            await Assertions.Expect(page.Locator(".case-head .chip")).ToHaveTextAsync("已进入");
        }
    }

    [Fact]
    public async Task TheKeyTwiceWithinFortyMillisecondsOpensOnce()
    {
        var page = await DeskAsync();
        var (id, before) = (await ClearedAsync(page), scene.Pulses);
        SomebodyWaits();

        // In the page itself: a driver's own way between two presses is longer than a finger's.
        var apart = await page.EvaluateAsync<double>("""
            () => {
              const press = () => ["keydown", "keyup"].forEach(kind => document.dispatchEvent(new KeyboardEvent(kind, { key: "F9", bubbles: true })));
              const begun = performance.now();
              press();
              press();
              return performance.now() - begun;
            }
            """);
        await scene.UntilAsync(id, "entered", Token);

        Assert.True(apart < 40, $"the presses were {apart} ms apart");
        Assert.Equal(before + 1, scene.Pulses);

        // And at the server, where no page holds anything back.
        var another = await ClearedAsync(page);
        SomebodyWaits();
        var opens = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.AskAsync("la", $"cases/{another}/open", new JsonObject { ["door"] = scene.Door }, Token)));
        await scene.UntilAsync(another, "entered", Token);
        Assert.Equal(1, opens.Count(open => open.Status == System.Net.HttpStatusCode.OK));
        Assert.Equal(before + 2, scene.Pulses);
    }

    /// <summary>The gate is there as long as its page is in a browser, however quiet its shift; the desk knows when it is not.</summary>
    [Fact]
    public async Task AGateThatIsAwayIsSaidAtTheDesk()
    {
        var desk = await DeskAsync();
        var row = desk.Locator(".side-posts li", new PageLocatorOptions { HasTextString = "大门岗" });
        using var person = await ApiClient.SignInAsync(scene.Installation, "gate", Token);
        var gate = await screens.OfAsync(scene, person, "gate");
        var since = System.Diagnostics.Stopwatch.StartNew();

        // Longer than anybody counts as there who is not heard again.
        Assert.True(await Deadline.UntilAsync(() => since.Elapsed > LostAfter + LostAfter / 3, Limit, Token));
        await Assertions.Expect(row).ToHaveTextAsync("大门岗 在线");

        await gate.Context.CloseAsync();
        await Assertions.Expect(row).ToContainTextAsync("离线 · ");
    }

    private async Task<IPage> DeskAsync()
    {
        var page = await screens.OfAsync(scene, "la", "desk", Token);
        Assert.True(await Deadline.UntilAsync(IsShut, Limit, Token), "the door is shut before");
        return page;
    }

    /// <summary>A visitor to whose coming the unit said yes with its key.</summary>
    private async Task<long> ClearedAsync(IPage page)
    {
        scene.Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 1, UnlocksAfter: 1, Talks: 1));
        Assert.True(await Deadline.UntilAsync(() => scene.Board.OpenCalls.Count == 0 && IsShut(), Limit, Token), "the panel is in a call");
        await page.Keyboard.PressAsync("Alt+5");
        await Assertions.Expect(page.Locator("input[id^=visit-]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("王明 访 李建国 1203");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#open-key[data-live=true]").WaitForAsync(Soon);
        return long.Parse((await page.GetAttributeAsync("#open-key", "data-case"))!, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task CancelAsync(IPage page) => await page.Locator(".case-actions .key", new PageLocatorOptions { HasTextString = "取消个案" }).ClickAsync();

    private void SomebodyWaits() => scene.Installation.World.Doors[scene.Door].Wait(
        new Visitor(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.Zero));

    private bool IsShut() => scene.Installation.World.Doors[scene.Door] is { IsOpen: false, IsReleased: false };
}
