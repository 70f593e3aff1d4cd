using Bridge.Console.Desk;
using Bridge.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Desk;

/// <summary>The keys that a site may choose, and the way through the queue.</summary>
public sealed class DeskChosenKeyTests
{
    private static readonly Screen Wide = new(1366, 768, false, "zh");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DeskView Now(params DeskCase[] cases) => DeskPictures.With(TimeProvider.System.GetUtcNow().AddMinutes(5), cases);

    /// <summary>A site that has a box with four large keys.</summary>
    [Fact]
    public async Task TheSitesOwnKeysWorkStandOnThePageAndTheUsualOnesDoNothing()
    {
        var own = DeskPictures.Assistant with { Keys = new DeskKeys("F13", "F14", "F15", "F16") };
        await using var host = await DeskHost.StartAsync(Now(DeskPictures.Cleared), own, Cancelled);
        var page = await host.OpenAsync(Wide);
        await Assertions.Expect(page.Locator("#open-key kbd")).ToHaveTextAsync("F16");
        await Assertions.Expect(page.Locator(".case-actions kbd")).ToHaveTextAsync(["F14"]);
        foreach (var usual in (string[])["F2", "F4", "F8", "F9"])
        {
            await page.Keyboard.PressAsync(usual);
        }

        await TypedAsync(page, "F16");
        await host.UntilAsync(desk => desk.Acts.Count == 1, Cancelled);
        await TypedAsync(page, "F14");
        await host.UntilAsync(desk => desk.Acts.Count == 2, Cancelled);
        Assert.IsType<DeskAct.PressOpen>(host.Desk.Acts[0]);
        Assert.IsType<DeskAct.Hold>(host.Desk.Acts[1]);

        host.Desk.Show(Now(DeskPictures.Waiting));
        await Assertions.Expect(page.Locator(".case-actions kbd").First).ToHaveTextAsync("F15");
        await TypedAsync(page, "F15");
        await host.UntilAsync(desk => desk.Acts.Count == 3, Cancelled);
        Assert.Equal(new DeskAct.Heard(17, Yes: true), host.Desk.Acts[2]);
    }

    /// <summary>A larger box: kinds of case and the way through the queue are on it too.</summary>
    [Fact]
    public async Task EveryOtherKeyIsTheSitesToo()
    {
        var usual = new DeskKeys();
        var keys = usual with { Find = "F22", Next = "F21", Previous = "Alt+9", Categories = [.. usual.Categories.Select((category, at) => category with { Key = $"F{13 + at}" })] };
        await using var host = await DeskHost.StartAsync(DeskPictures.Busy(TimeProvider.System.GetUtcNow()), DeskPictures.Assistant with { Keys = keys }, Cancelled);
        var page = await host.OpenAsync(Wide);
        await Assertions.Expect(page.Locator(".categories kbd")).ToHaveTextAsync(["F13", "F14", "F15", "F16", "F17", "F18", "F19", "F20"]);
        await Assertions.Expect(page.Locator("#directory-text")).ToHaveAttributeAsync("placeholder", new System.Text.RegularExpressions.Regex("F22"));
        foreach (var dead in (string[])["Alt+5", "Alt+ArrowDown", "Control+K"])
        {
            await page.Keyboard.PressAsync(dead);
        }

        await Assertions.Expect(page.Locator("#directory-text")).Not.ToBeFocusedAsync();
        await TypedAsync(page, "F22");
        await Assertions.Expect(page.Locator("#directory-text")).ToBeFocusedAsync();
        await TypedAsync(page, "F13");
        await host.UntilAsync(desk => desk.Acts.Count == 1, Cancelled);
        Assert.Equal(new DeskAct.OpenCase(DeskPictures.Door, AdmissionCategory.ForgottenCard), host.Desk.Acts[0]);

        await TypedAsync(page, "F21");
        await page.Keyboard.PressAsync("Alt+9");
        await Assertions.Expect(page.Locator(".queue-row:focus")).ToHaveCountAsync(1);
    }

    /// <summary>Who goes through the queue opens nothing on his way: a row that is passed by is not an announcement that was matched.</summary>
    [Fact]
    public async Task MovingThroughTheQueueChoosesNothingBeforeEnter()
    {
        await using var host = await DeskHost.StartAsync(Now() with { Announced = [Known("n1", "张伟"), Known("n2", "李楠"), Known("n3", "周敏")] }, DeskPictures.Assistant, Cancelled);
        host.Desk.Answer = _ => new ActOutcome(null) { Case = 21 };
        var page = await host.OpenAsync(Wide);
        var focused = page.Locator(".queue-row:focus");
        foreach (var (key, name) in ((string, string)[])[("Alt+ArrowDown", "张伟"), ("Alt+ArrowDown", "李楠"), ("Alt+ArrowDown", "周敏"), ("Alt+ArrowDown", "周敏"), ("Alt+ArrowUp", "李楠")])
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(focused).ToContainTextAsync(name);
        }

        Assert.Empty(host.Desk.Acts);
        await page.Keyboard.PressAsync("Enter");
        await host.UntilAsync(desk => desk.Acts.Count == 2, Cancelled);
        Assert.Equal(new DeskAct.MatchAnnouncement(21, "n2", 1, NameAgrees: true), host.Desk.Acts[1]);

        static AnnouncedView Known(string id, string name) => new(id, "A-0602", name, 1, Confirmed: true, TimeSpan.FromMinutes(17));
    }

    // The driver of the browser knows no key above F12.
    private static async Task TypedAsync(IPage page, string key) => await page.EvaluateAsync(
        "key => ['keydown', 'keyup'].forEach(kind => document.body.dispatchEvent(new KeyboardEvent(kind, { key, bubbles: true, cancelable: true })))", key);
}
