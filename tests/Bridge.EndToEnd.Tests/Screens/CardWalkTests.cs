using Bridge.EndToEnd.Tests.Lobby;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>The office's page of cards at the running product, in Chromium: what opens is counted at the simulated relay.</summary>
[Collection(LobbyScenes.Name)]
public sealed class CardWalkTests(LobbyScene scene, DutyScreens screens) : IClassFixture<DutyScreens>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARefusedCardIsGivenOutOpensIsSwitchedOffAndIsRefused()
    {
        var door = scene.Installation.World.Doors[LobbyScene.Front];
        var before = scene.Pulses;
        await RefusedAsync(door);
        Assert.Equal(before, scene.Pulses);

        var page = await screens.OfAsync(scene, "off", "credentials", Token);
        var read = page.Locator("[data-read]").First;
        await Assertions.Expect(read.Locator("button")).ToBeDisabledAsync();
        await ChooseHolderAsync(page);
        await read.Locator("button").ClickAsync();
        await Assertions.Expect(page.Locator(".act-answer")).ToContainTextAsync("已记录");
        await Assertions.Expect(page.Locator("[data-read]")).ToHaveCountAsync(0);

        door.Wait(new Visitor(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.Zero));
        door.Reader!.PresentCard(Installation.UnknownCard);
        Assert.True(await Deadline.UntilAsync(() => scene.Pulses == before + 1, Limit, Token), scene.Output);
        Assert.True(await Deadline.UntilAsync(() => !door.IsOpen && !door.IsReleased, Limit, Token), "the door is shut again");

        await page.FillAsync("#cards-text", "0805");
        await page.Locator("form:has(#cards-text) button[type=submit]").ClickAsync();
        var card = page.Locator("tr[data-card]", new PageLocatorOptions { HasTextString = "…42" }).First;
        await card.Locator("button").ClickAsync();
        await page.Locator("[data-off=Lost]").ClickAsync();
        await Assertions.Expect(card).ToContainTextAsync("遗失");
        await RefusedAsync(door);
        Assert.Equal(before + 1, scene.Pulses);

        // It is known now, and switched off: nobody is offered it once more.
        await Assertions.Expect(page.Locator("[data-read]")).ToHaveCountAsync(0);
        var history = await scene.GetAsync("off", "register/changes?list=credentials", Token);
        Assert.Equal(["changed", "added"], history.AsArray().Take(2).Select(change => change!["act"]!.GetValue<string>()));
    }

    private static async Task ChooseHolderAsync(IPage page)
    {
        await page.FillAsync("#give-who", "0805");
        await page.Locator("form:has(#give-who) button[type=submit]").ClickAsync();
        await page.Locator("[data-holder=person]").First.ClickAsync();
        foreach (var level in await page.Locator(".chosen-holder input[type=checkbox]").AllAsync())
        {
            await level.CheckAsync();
        }
    }

    private async Task RefusedAsync(SimulatedDoor door)
    {
        var told = scene.Calls("accessDenied");
        door.Reader!.PresentCard(Installation.UnknownCard);
        Assert.True(await Deadline.UntilAsync(() => scene.Calls("accessDenied") > told, Limit, Token), scene.Output);
    }
}
