using Bridge.Console.Registers.Cards;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Posts;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Registers;

/// <summary>The page of cards: first for whom, then one press on the card that was just refused; and who may only switch off gets no other key.</summary>
public sealed class CardsPageTests
{
    private static readonly Screen Wide = new(1366, 768, false, "en");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARefusedReadIsGivenToWhomWasChosenWithOnePress()
    {
        await using var host = await RegisterHost.StartAsync(SeatRole.OfficeDutyOfficer, Cancelled);
        var page = await host.OpenAsync(Wide, "credentials");
        await Screens.LiveAsync(page);
        var key = page.Locator("[data-read='42'] button");
        await Assertions.Expect(page.Locator("[data-read='42']")).ToContainTextAsync("Main entrance");
        await Assertions.Expect(key).ToBeDisabledAsync();
        await page.FillAsync("#give-who", "0805");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-holder=person]").ClickAsync();
        await key.ClickAsync();
        await Assertions.Expect(page.Locator(".act-answer")).ToContainTextAsync("Recorded");
        var given = Assert.IsType<CardWish.Give>(Assert.Single(host.Cards.Wishes));
        Assert.Equal(("r-1", null, FakeCardOffice.Person), (given.Read, given.Card, given.To));
        Assert.Equal(["everywhere"], given.Levels);
        await Assertions.Expect(key).ToBeDisabledAsync();
    }

    [Fact]
    public async Task ALostCardIsSwitchedOffWithItsReason()
    {
        await using var host = await RegisterHost.StartAsync(SeatRole.ControlRoom, Cancelled);
        var page = await host.OpenAsync(Wide, "credentials");
        await Screens.LiveAsync(page);
        await page.Locator("tr[data-card=c-1] button").ClickAsync();
        Assert.Empty(host.Cards.Wishes);
        await page.Locator("tr[data-card-off=c-1] [data-off=Stolen]").ClickAsync();
        await Assertions.Expect(page.Locator(".act-answer")).ToContainTextAsync("Recorded");
        Assert.Equal(new CardWish.SwitchOff("c-1", OffReason.Stolen), Assert.Single(host.Cards.Wishes));
        await Assertions.Expect(page.Locator("#give-who, [data-read], tr[data-card=c-3] button")).ToHaveCountAsync(0);
    }
}
