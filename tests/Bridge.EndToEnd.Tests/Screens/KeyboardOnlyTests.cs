using System.Text.Json.Nodes;
using Bridge.Console.Tests.Hosting;
using Bridge.EndToEnd.Tests.Lobby;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Bridge.Simulators.Intercoms;
using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>From the sign-in to the open door without a pointer: this browser has none that could help.</summary>
[Collection(LobbyScenes.Name)]
public sealed class KeyboardOnlyTests(LobbyScene scene)
{
    private const string Lead = "tl";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AShiftBeginsAndS03AndS08AreDoneByKeysAlone()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(new Uri(scene.Installation.Api, "/"), new Screen(1366, 768, Dark: true, "zh"), "sign-in");
        await SignInAsync(page);

        scene.Board.Conduct("1502", UnitConduct.NobodyHome);
        await FreeAsync();
        await page.Keyboard.PressAsync("Alt+2");
        await TypeAsync(page, "input[id^=unit-]", "1502");
        await page.Locator("input[id^=name-]").WaitForAsync(new LocatorWaitForOptions { Timeout = 40_000 });
        await TypeAsync(page, "input[id^=name-]", "刘洋");
        await Assertions.Expect(page.Locator(".yes-no button").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await OpensAsync(page);
        await scene.EndTasksAsync(Token);

        scene.Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 1, UnlocksAfter: 1, Talks: 3));
        await FreeAsync();
        await page.Keyboard.PressAsync("Alt+5");
        await TypeAsync(page, "input[id^=visit-]", "王明 访 李建国 1203");
        await OpensAsync(page);
    }

    private async Task SignInAsync(IPage page)
    {
        var person = JsonNode.Parse(await File.ReadAllTextAsync(scene.Installation.Users, Token))!.AsArray().Single(one => one!["name"]!.GetValue<string>() == Lead)!;
        await TabToAsync(page, "input[name=name]");
        await page.Keyboard.TypeAsync(Lead);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(person["password"]!.GetValue<string>());
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input[name=code]").WaitForAsync();
        await TabToAsync(page, "input[name=code]");

        // The next one: that of now may have been used by the scene, and each is good once.
        await scene.PersonAsync(Lead, Token);
        await page.Keyboard.TypeAsync(ApiClient.Code(person["authenticatorKey"]!.GetValue<string>(), TimeProvider.System.GetUtcNow().AddSeconds(30)));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".desk").WaitForAsync();
        await DutyScreens.LivesAsync(page);
    }

    /// <summary>The cursor may be there by itself.</summary>
    private static async Task TabToAsync(IPage page, string box)
    {
        for (var step = 0; step < 20 && !await page.Locator(box).EvaluateAsync<bool>("one => one === document.activeElement"); step++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Assertions.Expect(page.Locator(box)).ToBeFocusedAsync();
    }

    private static async Task TypeAsync(IPage page, string box, string line)
    {
        await Assertions.Expect(page.Locator(box)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(line);
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task OpensAsync(IPage page)
    {
        await page.Locator("#open-key[data-live=true]").WaitForAsync(new LocatorWaitForOptions { Timeout = 40_000 });
        var (door, before) = (scene.Installation.World.Doors[scene.Door], scene.Pulses);
        door.Wait(new Visitor(TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.Zero));
        await page.Keyboard.PressAsync("F9");
        await Assertions.Expect(page.Locator(".case-head .chip")).ToHaveTextAsync("已进入", new LocatorAssertionsToHaveTextOptions { Timeout = 20_000 });
        Assert.Equal(before + 1, scene.Pulses);
    }

    private async Task FreeAsync() => Assert.True(
        await Deadline.UntilAsync(
            () => scene.Board.OpenCalls.Count == 0 && scene.Calls("callStarted") == scene.Calls("callEnded") && scene.Installation.World.Doors[scene.Door] is { IsOpen: false, IsReleased: false },
            TimeSpan.FromSeconds(40), Token), "the panel is in a call");
}
