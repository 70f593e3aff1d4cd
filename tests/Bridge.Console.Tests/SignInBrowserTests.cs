using Bridge.Console.Seats;
using Bridge.Console.SignIn;
using Bridge.Console.Tests.Hosting;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bridge.Console.Tests;

/// <summary>The sign-in in a real browser. ./pictures keeps what it looks like.</summary>
public sealed class SignInBrowserTests
{
    private static readonly Dictionary<string, (SignInView View, string Path)> Steps = new()
    {
        ["password"] = (new(SignInStep.Password), "/sign-in?"),
        ["refused"] = (new(SignInStep.Password), "/sign-in?problem=too-many&"),
        ["code"] = (new(SignInStep.Code) { Person = "王芳" }, "/sign-in?"),
        ["key"] = (
            new(SignInStep.AuthenticatorKey) { Person = "王芳", AuthenticatorKey = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", AuthenticatorAddress = "otpauth://totp/AccessBridge:mei?secret=JBSWY3DPEHPK3PXP" },
            "/sign-in?"),
        ["posts"] = (FakeSignIn.AtPosts(null, SeatRole.LobbyAssistant, SeatRole.TeamLead, SeatRole.GatePost), "/sign-in?"),
        ["change"] = (FakeSignIn.AtPosts(SeatRole.GatePost, SeatRole.LobbyAssistant, SeatRole.GatePost), "/sign-in?change=1&"),
        ["first"] = (new(SignInStep.FirstAccount), "/first-account?"),
        ["set"] = (new(SignInStep.Password), "/set-password?"),
        ["out"] = (new(SignInStep.Password), "/sign-out?"),
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<Screen> Screens => BrowserTests.Screens;

    [Theory, MemberData(nameof(Screens))]
    public async Task EveryStepIsAccessibleAndFits(Screen screen)
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        await using var browser = await Browser.StartAsync();
        foreach (var (name, step) in Steps)
        {
            host.SignIn.View = step.View;
            var page = await browser.OpenAsync(host.Address, screen, $"{step.Path}lang={screen.Language}");
            await page.Locator(".sign-in-card h1").WaitForAsync();
            await KeepAsync(page, $"sign-in-{name}-{screen}.png");
            var report = await page.RunAxe();
            Assert.Empty(report.Violations.Select(violation => $"{name}: {violation.Id}: {violation.Nodes.First().Html}"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{name} scrolls sideways");
            Assert.True(await page.EvaluateAsync<double>(
                "Math.min(...[...document.querySelectorAll('.sign-in input:not([type=hidden]), .sign-in button, .sign-in .switch')].map(one => one.getBoundingClientRect().height))") >= 44, $"{name} has a small target");
            Assert.True(await page.EvaluateAsync<double>(
                "Math.min(...[...document.querySelectorAll('.sign-in-card *:not([type=hidden])')].map(one => parseFloat(getComputedStyle(one).fontSize)))") >= 16, $"{name} has small letters");
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData("password", "name", "nothing was typed yet")]
    [InlineData("code", "code", "the code alone is asked")]
    [InlineData("key", "code", "the key is read, the code is typed")]
    [InlineData("posts", "post", "the first post")]
    [InlineData("first", "code", "the first of three")]
    public async Task TheFocusIsWhereOneBegins(string step, string field, string why)
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        await using var browser = await Browser.StartAsync();
        host.SignIn.View = Steps[step].View;
        var page = await browser.OpenAsync(host.Address, new Screen(1366, 768, false, "zh"), Steps[step].Path);
        TestContext.Current.TestOutputHelper!.WriteLine(why);
        await Assertions.Expect(page.Locator(":focus")).ToHaveAttributeAsync("name", field);
    }

    /// <summary>The whole way by keyboard, without a script: wrong once, then right, then the code, then the post.</summary>
    [Fact]
    public async Task TheKeyboardIsEnoughAndNoScriptIsNeeded()
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, new Screen(390, 844, true, "en"), "/sign-in?lang=en", script: false);
        await HasCursorAsync("input[name=name]");
        await page.Keyboard.TypeAsync("mei");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".sign-in-problem").WaitForAsync();
        await KeepAsync(page, "sign-in-wrong-390x844-dark-en.png");
        Assert.Equal("mei", await page.Locator("input[name=name]").InputValueAsync());
        Assert.Equal("", await page.Locator("input[name=password]").InputValueAsync());

        host.SignIn.Next = new(SignInStep.Code) { Person = "王芳" };
        await HasCursorAsync("input[name=password]");
        await page.Keyboard.TypeAsync(FakeSignIn.Password);
        await page.Keyboard.PressAsync("Enter");
        await HasCursorAsync("input[name=code]");
        host.SignIn.Next = FakeSignIn.AtPosts(null, SeatRole.LobbyAssistant, SeatRole.CsSupervisor);
        await page.Keyboard.TypeAsync(FakeSignIn.Code);
        await page.Keyboard.PressAsync("Enter");
        await HasCursorAsync(".sign-in-post >> nth=0");
        host.SignIn.Next = FakeSignIn.AtPosts(SeatRole.CsSupervisor, SeatRole.LobbyAssistant, SeatRole.CsSupervisor);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        // The page of that post is not part of this host; that its address is right is looked at without a browser.
        await Patience.UntilAsync(() => host.SignIn.Given.Count >= 4, () => $"was given {string.Join(", ", host.SignIn.Given)}", Cancelled);
        Assert.Equal(["password mei wrong", $"password mei {FakeSignIn.Password}", $"code {FakeSignIn.Code}", "post 1"], host.SignIn.Given);

        // A browser puts the cursor there a moment after the page has come.
        Task HasCursorAsync(string place) => Assertions.Expect(page.Locator(place)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task APasswordSafeMayPaste()
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, new Screen(1366, 768, false, "en"), "/sign-in?lang=en");
        Assert.True(await page.Locator("input[name=password]").EvaluateAsync<bool>(
            "field => field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }))"), "the page refuses to be pasted into");
    }

    /// <summary>The header's key is a plain form on a living page: it works there too, and its token is good.</summary>
    [Fact]
    public async Task SomebodyAtALivingPageSignsOutByItsHeader()
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        host.SignIn.Sitting = new SeatView("王芳", SeatRole.CsSupervisor, null, null);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, new Screen(1366, 768, false, "en"));
        await Assertions.Expect(page.Locator(".taken .age")).Not.ToHaveTextAsync(await page.Locator(".taken .age").InnerTextAsync());
        await KeepAsync(page, "doors-signed-in-1366x768-light-en.png");
        Assert.Contains("王芳", await page.Locator(".seat-who").InnerTextAsync(), StringComparison.Ordinal);
        host.SignIn.Sitting = null;
        await page.Locator(".sign-out button").ClickAsync();
        await page.ArrivesAsync("sign-in");
        Assert.EndsWith("?lang=en", page.Url, StringComparison.Ordinal);
        Assert.Equal(["out"], host.SignIn.Given);
    }

    private static async Task KeepAsync(IPage page, string file)
    {
        if (Screen.Pictures is { } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, file) });
        }
    }
}
