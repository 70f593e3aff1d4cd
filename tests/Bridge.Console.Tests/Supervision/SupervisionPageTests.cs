using Bridge.Console.Desk;
using Bridge.Console.Seats;
using Bridge.Console.Supervision;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Supervision;
using Bridge.Console.Tests.Posts;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Supervision;

/// <summary>Nothing is asked of a door without a reason and a second key, and what was asked is never shown as what the door says.</summary>
public sealed class SupervisionPageTests
{
    private static readonly Screen Desk = new(1366, 768, false, "en");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AReasonThenAKeyThenTheKeyThatSaysWhatItDoes()
    {
        await using var host = await WatchHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "supervision");
        await Screens.LiveAsync(page);
        var row = page.Locator("li[data-door=main]");

        await row.GetByRole(AriaRole.Button, new() { Name = "Change the mode" }).PressAsync("Enter");
        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { Name = "Lock down", Exact = true })).ToBeDisabledAsync();
        await row.GetByLabel("Reason").SelectOptionAsync("Threat");
        await row.GetByLabel("In words").FillAsync(" two men ");
        await row.GetByRole(AriaRole.Button, new() { Name = "Lock down", Exact = true }).PressAsync("Enter");
        Assert.Empty(host.Supervision.Wishes);
        await row.GetByRole(AriaRole.Button, new() { Name = "Yes, lock" }).PressAsync("Enter");
        await Assertions.Expect(row).ToContainTextAsync("Recorded");
        await Assertions.Expect(row.Locator(".part dd").First).ToHaveTextAsync("Locked");

        host.Supervision.Outcome = new ActOutcome("mode_refused");
        await row.GetByRole(AriaRole.Button, new() { Name = "Change the mode" }).ClickAsync();
        await row.GetByLabel("Reason").SelectOptionAsync("Event");
        await row.GetByLabel("Unlock for").SelectOptionAsync("15");
        await row.GetByRole(AriaRole.Button, new() { Name = "Unlock for a time", Exact = true }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "for 15 min" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Not done: The mode that the door is in does not allow this.");

        Assert.Equal(
            [new ModeWish("main", ModeKey.LockDown, ModeCause.Threat, "two men", null), new ModeWish("main", ModeKey.Unlock, ModeCause.Event, null, 15)],
            host.Supervision.Wishes);
    }

    /// <summary>Whoever sits there after a while says who he is; only then is what was refused asked again, by him.</summary>
    [Fact]
    public async Task WhoWasAwaySaysWhoHeIsBeforeItIsAskedAgain()
    {
        await using var host = await WatchHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "supervision");
        await Screens.LiveAsync(page);
        var row = page.Locator("li[data-door=main]");
        host.Supervision.Outcome = new ActOutcome(ActOutcome.SignInAgain);
        await row.GetByRole(AriaRole.Button, new() { Name = "Change the mode" }).ClickAsync();
        await row.GetByLabel("Reason").SelectOptionAsync("Event");
        await row.GetByRole(AriaRole.Button, new() { Name = "Unlock for a time", Exact = true }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "for 5 min" }).ClickAsync();
        var password = row.GetByLabel("Your password");
        await Assertions.Expect(password).ToBeFocusedAsync();
        await Screens.CheckAsync(page, "supervision-again");

        await password.FillAsync("wrong");
        await password.PressAsync("Enter");
        await Assertions.Expect(row).ToContainTextAsync("Not the right password");
        await password.FillAsync("right");
        await password.PressAsync("Enter");
        await Assertions.Expect(password).ToHaveCountAsync(0);
        Assert.Single(host.Supervision.Wishes);
    }

    /// <summary>One weight for one meaning: what may be a break-in or a fire stands first and red, as it does at a desk; what is only held open or broken does not.</summary>
    [Fact]
    public async Task AnAlarmHasTheWeightOfItsKind()
    {
        await using var host = await WatchHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "supervision");
        await Screens.LiveAsync(page);
        var tones = await page.Locator("[data-alarm]").EvaluateAllAsync<string[]>("rows => rows.map(row => `${row.dataset.kind} ${[...row.classList].find(name => name.startsWith('tone-')) ?? ''}`)");
        Assert.Equal(["DoorForcedOpen tone-critical", "DoorOpenTooLong tone-warning", "Tamper tone-warning", "DoorFault tone-plain", "Fire tone-plain"], tones);
    }

    [Theory]
    [InlineData("garage", "The door says: Locked", "")]
    [InlineData("stair", "Waiting for the door", "")]
    [InlineData("roof", "Not confirmed within 5 s: the door says: Released", "tone-critical")]
    [InlineData("loading", "No lock sensor is fitted", "")]
    [InlineData("pool", "cannot be reached", "")]
    [InlineData("escape", "A fire alarm holds this door released", "")]
    public async Task WhatTheDoorSaysIsALineOfItsOwn(string door, string says, string tone)
    {
        await using var host = await WatchHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "supervision");
        var row = page.Locator($"li[data-door={door}]");
        await Assertions.Expect(row.Locator("[data-read-back]")).ToContainTextAsync(says);
        await Assertions.Expect(row).ToContainTextAsync("赵刚");
        await Assertions.Expect(row).ToContainTextAsync("Locked down");
        Assert.Contains(tone, await row.GetAttributeAsync("class"), StringComparison.Ordinal);
        if (door == "loading")
        {
            Assert.Equal(2, await row.GetByText("Not fitted", new() { Exact = true }).CountAsync());
        }
    }

    [Fact]
    public async Task NobodyIsHisOwnSecondAndStoredWordsAreOnlyWords()
    {
        await using var host = await WatchHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "supervision");
        await Screens.LiveAsync(page);
        foreach (var (door, may) in ((string, bool)[])[("garage", false), ("stair", true)])
        {
            var row = page.Locator($"li[data-door={door}]");
            await row.GetByRole(AriaRole.Button, new() { Name = "Change the mode" }).ClickAsync();
            await row.GetByLabel("Reason").SelectOptionAsync("Drill");
            var key = row.GetByRole(AriaRole.Button, new() { Name = "End the lock-down", Exact = true });
            await (may ? Assertions.Expect(key).ToBeEnabledAsync() : Assertions.Expect(key).ToBeDisabledAsync());
        }

        await Assertions.Expect(page.Locator("li[data-door=garage]")).ToContainTextAsync("<b>粤A·12345</b>");
        await Assertions.Expect(page.Locator("li[data-alarm='4']")).ToContainTextAsync("<i>误报</i>");
    }

    [Fact]
    public async Task AnAlarmIsTakenOnSeenAndClosedWithAComment()
    {
        await using var host = await WatchHost.StartAsync(SeatRole.ControlRoom, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "supervision");
        await Screens.LiveAsync(page);
        await page.Locator("li[data-alarm='1']").GetByRole(AriaRole.Button, new() { Name = "I look after it" }).ClickAsync();
        await host.Supervision.WishesAsync(1, Cancelled);
        await page.Locator("li[data-alarm='1']").GetByRole(AriaRole.Button, new() { Name = "I have seen it" }).ClickAsync();
        await host.Supervision.WishesAsync(2, Cancelled);
        var fault = page.Locator("li[data-alarm='3']");
        await Assertions.Expect(fault.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true })).ToBeDisabledAsync();
        await fault.GetByLabel("What it was").FillAsync("loose wire");
        await fault.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await fault.GetByRole(AriaRole.Button, new() { Name = "Yes, close it" }).ClickAsync();
        await host.Supervision.WishesAsync(3, Cancelled);
        await page.GetByText("Recorded").WaitForAsync();
        Assert.Equal(0, await page.Locator("li[data-alarm='2']").GetByRole(AriaRole.Button, new() { Name = "Close" }).CountAsync());

        Assert.Equal([new AlarmWish(1, AlarmKey.Claim, null), new AlarmWish(1, AlarmKey.Acknowledge, null), new AlarmWish(3, AlarmKey.Close, "loose wire")], host.Supervision.Wishes);
    }

    [Fact]
    public async Task AnOldPictureAndAFailingJournalSwitchTheKeysOff()
    {
        await using var host = await WatchHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, Desk, "supervision");
        await Screens.LiveAsync(page);
        var row = page.Locator("li[data-door=main]");
        await row.GetByRole(AriaRole.Button, new() { Name = "Change the mode" }).ClickAsync();
        await row.GetByLabel("Reason").SelectOptionAsync("Drill");
        var key = row.GetByRole(AriaRole.Button, new() { Name = "Lock down", Exact = true });
        await Assertions.Expect(key).ToBeEnabledAsync();
        host.Supervision.Draw = now => WatchPictures.Supervision(now) with { Journalled = false };
        await Assertions.Expect(key).ToBeDisabledAsync();
        await page.GetByText("The journal cannot be written").WaitForAsync();
        host.Supervision.Draw = WatchPictures.Supervision;
        await Assertions.Expect(key).ToBeEnabledAsync();
        host.Supervision.IsFrozen = true;
        await Assertions.Expect(key).ToBeDisabledAsync(new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task DevicesAndDeliverySayWhatTheyKnow()
    {
        await using var host = await WatchHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var health = await browser.OpenAsync(host.Address, Desk, "health");
        await Assertions.Expect(health.Locator("tr[data-device=unit-3]")).ToContainTextAsync("Does not answer");
        await Assertions.Expect(health.Locator("tr[data-device=unit-3]")).ToContainTextAsync("or earlier");
        await Assertions.Expect(health.Locator("section[data-line=lobby-tcp]")).ToContainTextAsync("Look at its power, its wires, its address and its speed.");
        await Assertions.Expect(health.Locator("section[data-line=riser-rs485]")).ToContainTextAsync("opened again 12");
        var delivery = await browser.OpenAsync(host.Address, Desk, "delivery");
        foreach (var said in (string[])["340", "12 min ago", "connection refused", "payload too large", "4711", "12345"])
        {
            await Assertions.Expect(delivery.Locator("section[data-channel=mqtt]")).ToContainTextAsync(said);
        }
    }
}
