using Bridge.Console.Tests.Hosting;
using Bridge.EndToEnd.Tests.Lobby;
using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>The administrator's page of the running product, in Chromium: somebody new comes, works, and is shut out.</summary>
[Collection(LobbyScenes.Name)]
public sealed class AccountWalkTests(LobbyScene scene, DutyScreens screens) : IClassFixture<DutyScreens>
{
    private const string Password = "correct horse battery";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SomebodyNewSetsHisPasswordSignsInAndIsShutOutWithinASecond()
    {
        var admin = await screens.OfAsync(scene, "admin", "accounts", Token);
        await admin.FillAsync("#new-name", "newgate");
        await admin.FillAsync("#new-display", "郑新");
        await admin.SelectOptionAsync("#new-role", "GatePost");
        await admin.Locator("form:has(#new-name) .post-adder button").ClickAsync();
        await admin.Locator("#new-name ~ button[type=submit]").ClickAsync();
        var code = await admin.Locator(".one-time-secret").InnerTextAsync();
        await admin.Locator(".one-time button").ClickAsync();
        await Assertions.Expect(admin.Locator(".one-time")).ToHaveCountAsync(0);
        await Assertions.Expect(admin.Locator("tr[data-account=newgate]")).ToContainTextAsync("待用一次性代码设置");

        var gate = await NewcomerAsync(code);

        // His page may not come back by the sign-in: it has to be empty by itself.
        await gate.RouteAsync("**/sign-in?**", route => route.AbortAsync("aborted"));
        await admin.Locator("tr[data-account=newgate] button").ClickAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "停用账户" }).ClickAsync();
        var vanishing = await Vanishing.BeginAsync(gate, "郑新");
        var pressed = TimeProvider.System.GetUtcNow();
        await admin.GetByRole(AriaRole.Button, new() { Name = "确认停用 newgate" }).ClickAsync();
        var empty = await vanishing.SinceAsync(pressed, Token);
        TestContext.Current.TestOutputHelper!.WriteLine($"empty {empty.TotalMilliseconds:F0} ms after the press");
        Assert.True(empty < TimeSpan.FromSeconds(1), $"the page was empty after {empty}");
        await Assertions.Expect(admin.Locator("tr[data-account=newgate]")).ToContainTextAsync("已停用");

        var again = await screens.StrangerAsync(scene, "sign-in");
        await again.FillAsync("input[name=name]", "newgate");
        await again.FillAsync("input[name=password]", Password);
        await again.Locator("main .sign-in-key").ClickAsync();
        await Assertions.Expect(again.Locator(".sign-in-problem")).ToBeVisibleAsync();
        Assert.DoesNotContain(code, scene.Output, StringComparison.Ordinal);
    }

    /// <summary>He sets his password with the code, signs in with it and is at his page.</summary>
    private async Task<IPage> NewcomerAsync(string code)
    {
        var gate = await screens.StrangerAsync(scene, "set-password");
        await gate.FillAsync("input[name=name]", "newgate");
        await gate.FillAsync("input[name=code]", code);
        await gate.FillAsync("input[name=password]", Password);
        await gate.Locator("main .sign-in-key").ClickAsync();
        await gate.ArrivesAsync("sign-in");
        await gate.FillAsync("input[name=name]", "newgate");
        await gate.FillAsync("input[name=password]", Password);
        await gate.Locator("main .sign-in-key").ClickAsync();
        await gate.ArrivesAsync("gate");
        await DutyScreens.LivesAsync(gate);
        await Assertions.Expect(gate.Locator("header")).ToContainTextAsync("郑新");
        return gate;
    }

    [Fact]
    public async Task ABrowserIsEnrolledAndRevoked()
    {
        var admin = await screens.OfAsync(scene, "admin", "accounts", Token);
        await admin.Locator("a[href^=enrol-desk]").ClickAsync();
        await admin.FillAsync("input[name=name]", "A 座 2 号台");
        await admin.SelectOptionAsync("select[name=lobby]", "a");
        await admin.Locator("main form .sign-in-key").First.ClickAsync();
        await admin.ArrivesAsync("accounts");
        await DutyScreens.LivesAsync(admin);
        var desk = admin.Locator("[data-desk='A 座 2 号台']");
        await desk.WaitForAsync();
        Assert.Contains(await admin.Context.CookiesAsync(), cookie => cookie is { Name: "accessbridge-desk", HttpOnly: true });
        await desk.Locator("button").ClickAsync();
        await desk.Locator(".two-step .key").First.ClickAsync();
        await Assertions.Expect(desk).ToHaveCountAsync(0);
    }
}
