using System.Net;
using Bridge.Console.Seats;
using Bridge.Console.SignIn;
using Bridge.Console.Tests.Hosting;

namespace Bridge.Console.Tests;

/// <summary>The sign-in as forms alone: what is asked, what is sent on, and where somebody goes.</summary>
public sealed class SignInPageTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static Dictionary<string, (SignInView View, string Path, string[] Words)> Table { get; } = new()
    {
        ["name and password, in Chinese first"] = (new(SignInStep.Password), "/sign-in", ["lang=\"zh-CN\"", "登录", "用户名", "autocomplete=\"username\"", "autocomplete=\"current-password\""]),
        ["and in English"] = (new(SignInStep.Password), "/sign-in?lang=en", ["lang=\"en\"", "Sign in", "Name", "Password"]),
        ["the code"] = (new(SignInStep.Code) { Person = "王芳" }, "/sign-in?lang=en", ["Give your code", "王芳", "autocomplete=\"one-time-code\"", "inputmode=\"numeric\"", "Sign out"]),
        ["an authenticator is needed"] = (new(SignInStep.Authenticator) { Person = "王芳" }, "/sign-in?lang=en", ["Set up your authenticator", "Make a key"]),
        ["its key, four by four"] = (
            new(SignInStep.AuthenticatorKey) { Person = "王芳", AuthenticatorKey = "ABCDEFGH", AuthenticatorAddress = "otpauth://totp/x" }, "/sign-in?lang=en",
            ["ABCD EFGH", "href=\"otpauth://totp/x\"", "autocomplete=\"one-time-code\""]),
        ["the choice of a post"] = (
            FakeSignIn.AtPosts(null, SeatRole.LobbyAssistant, SeatRole.GatePost), "/sign-in?lang=en", ["Choose your post", "Lobby assistant", "Tower A lobby", "Gate post", "Whole estate"]),
        ["another post, for somebody who has one"] = (
            FakeSignIn.AtPosts(SeatRole.GatePost, SeatRole.LobbyAssistant, SeatRole.GatePost), "/sign-in?lang=en&change=1", ["your post now", "href=\"/gate?lang=en\"", "Sign out"]),
        ["he came from a page that is another post's"] = (
            FakeSignIn.AtPosts(SeatRole.GatePost, SeatRole.LobbyAssistant, SeatRole.GatePost), "/sign-in?lang=en&then=/desk", ["Choose your post", "your post now"]),
        ["no post at all"] = (new(SignInStep.NoPost) { Person = "王芳" }, "/sign-in?lang=en", ["no post that can be taken", "Sign out"]),
        ["nobody has an account yet"] = (new(SignInStep.FirstAccount), "/sign-in?lang=en", ["There is no account yet", "href=\"first-account?lang=en\""]),
        ["the accounts cannot be used"] = (new(SignInStep.Closed), "/sign-in?lang=en", ["The doors work as ever"]),
        ["too many attempts, told by the service"] = (new(SignInStep.Password), "/sign-in?lang=en&problem=too-many", ["role=\"alert\"", "wait a minute"]),
        ["a form that was open too long"] = (new(SignInStep.Password), "/sign-in?lang=en&problem=old-page", ["role=\"alert\"", "nothing was done"]),
        ["the first account"] = (new(SignInStep.FirstAccount), "/first-account?lang=en", ["first-enrolment.code", "autocomplete=\"new-password\"", "autocomplete=\"username\""]),
        ["a password of one's own"] = (new(SignInStep.Password), "/set-password?lang=en", ["One-time code", "autocomplete=\"new-password\""]),
        ["the way out asks first"] = (new(SignInStep.Password), "/sign-out?lang=en", ["Sign out", "shows nothing more"]),
    };

    public static TheoryData<string> Rows => [.. Table.Keys];

    [Theory, MemberData(nameof(Rows))]
    public async Task EachStepSaysWhatItAsks(string why)
    {
        var (view, path, words) = Table[why];
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        host.SignIn.View = view;
        using var reader = new FormReader(host.Address);
        var (answer, page) = await reader.GetAsync(path, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(words, word => Assert.Contains(word, WebUtility.HtmlDecode(page), StringComparison.Ordinal));
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("onpaste", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("password", "name=王芳;password=correct horse battery", "password 王芳 correct horse battery", true, "right")]
    [InlineData("password", "name=王芳;password=x", "password 王芳 x", false, "wrong")]
    [InlineData("password", "", "password  ", false, "nothing given")]
    [InlineData("code", "code=123456", "code 123456", true, "right")]
    [InlineData("code", "code=000000", "code 000000", false, "wrong")]
    [InlineData("authenticator", "", "authenticator", true, "nothing to be wrong")]
    [InlineData("confirm", "code=123456", "confirm 123456", true, "right")]
    [InlineData("post", "post=1", "post 1", true, "one of his")]
    [InlineData("post", "post=7", "post 7", false, "none of his")]
    [InlineData("post", "post=x", null, false, "no number")]
    [InlineData("sign-out", "", "out", true, "out")]
    public async Task EachFormGivesWhatWasTypedAndAnswersARightOneWithAFreshPage(string form, string fields, string? given, bool right, string why)
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        host.SignIn.View = form switch
        {
            "code" => new(SignInStep.Code) { Person = "王芳" },
            "authenticator" => new(SignInStep.Authenticator) { Person = "王芳" },
            "confirm" => new(SignInStep.AuthenticatorKey) { Person = "王芳", AuthenticatorKey = "ABCD", AuthenticatorAddress = "otpauth://totp/x" },
            "post" => FakeSignIn.AtPosts(null, SeatRole.LobbyAssistant, SeatRole.GatePost),
            _ => new(SignInStep.Password),
        };
        using var reader = new FormReader(host.Address);
        var pairs = fields.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field => (field.Split('=')[0], field.Split('=')[1]));
        var (answer, page) = await reader.SendAsync(form == "sign-out" ? "/sign-out?lang=en" : "/sign-in?lang=en", form, pairs, Cancelled);

        Assert.True((answer.StatusCode == HttpStatusCode.Redirect) == right, $"{why}: {answer.StatusCode}");
        Assert.Equal(given is null ? [] : [given], host.SignIn.Given);
        if (right)
        {
            Assert.Equal(new Uri(host.Address, "/sign-in?lang=en"), new Uri(host.Address, answer.Headers.Location!));
        }
        else
        {
            Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("correct horse", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(SeatRole.LobbyAssistant, null, "/desk?lang=en", "the desk")]
    [InlineData(SeatRole.TeamLead, null, "/desk?lang=en", "the desk too")]
    [InlineData(SeatRole.GatePost, null, "/gate?lang=en", "the gate")]
    [InlineData(SeatRole.ControlRoom, null, "/control-room?lang=en", "the control room")]
    [InlineData(SeatRole.OfficeDutyOfficer, null, "/office?lang=en", "the office")]
    [InlineData(SeatRole.Patrol, null, "/patrol?lang=en", "the patrol")]
    [InlineData(SeatRole.FrontDesk, null, "/front-desk?lang=en", "the front desk")]
    [InlineData(SeatRole.CsSupervisor, null, "/supervision?lang=en", "the doors, live")]
    [InlineData(SeatRole.Administrator, null, "/accounts?lang=en", "who may sign in")]
    [InlineData(SeatRole.Auditor, null, "/journal?lang=en", "what happened")]
    [InlineData(SeatRole.LobbyAssistant, "/readers?lang=en", "/readers?lang=en", "where he came from")]
    [InlineData(SeatRole.LobbyAssistant, "https://evil.example/", "/desk?lang=en", "another site")]
    [InlineData(SeatRole.LobbyAssistant, "//evil.example", "/desk?lang=en", "another site in two slashes")]
    [InlineData(SeatRole.LobbyAssistant, "/\\evil.example", "/desk?lang=en", "another site in a backslash")]
    public async Task WhoHasAPostIsSentToItsPage(SeatRole role, string? then, string expected, string why)
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        host.SignIn.View = FakeSignIn.AtPosts(role, role);
        using var reader = new FormReader(host.Address);
        var (answer, _) = await reader.GetAsync("/sign-in?lang=en" + (then is null ? "" : $"&then={Uri.EscapeDataString(then)}"), Cancelled);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(new Uri(host.Address, expected) == new Uri(host.Address, answer.Headers.Location!), $"{why}: {answer.Headers.Location}");
    }

    [Fact]
    public async Task ThePlaceToGoOnToSurvivesEachStepAndNothingThatWasTypedIsInAnAddress()
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        host.SignIn.Next = new(SignInStep.Code) { Person = "王芳" };
        using var reader = new FormReader(host.Address);
        var (answer, _) = await reader.SendAsync("/sign-in?lang=en&then=%2Freaders", "password", [("name", "mei"), ("password", FakeSignIn.Password)], Cancelled);
        Assert.EndsWith("/sign-in?lang=en&then=%2Freaders", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        host.SignIn.Next = FakeSignIn.AtPosts(SeatRole.Patrol, SeatRole.Patrol);
        (answer, _) = await reader.SendAsync("/sign-in?lang=en&then=%2Freaders", "code", [("code", FakeSignIn.Code)], Cancelled);
        (answer, _) = await reader.GetAsync(answer.Headers.Location!.ToString().Replace(host.Address.ToString().TrimEnd('/'), "", StringComparison.Ordinal), Cancelled);
        Assert.Equal(new Uri(host.Address, "/readers?lang=en"), new Uri(host.Address, answer.Headers.Location!));
    }

    [Theory]
    [InlineData("code", "the session has ended between the two steps")]
    [InlineData("post", "so too for the post")]
    public async Task AFormWhoseStepIsOverIsAnsweredInWords(string form, string why)
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        using var reader = new FormReader(host.Address);
        var (answer, page) = await reader.SendAsync("/sign-in?lang=en", form, [("code", "1"), ("post", "9")], Cancelled);
        Assert.True(answer.StatusCode == HttpStatusCode.OK && page.Contains("role=\"alert\"", StringComparison.Ordinal), $"{why}: {answer.StatusCode} {page}");
    }

    [Fact]
    public async Task AFormWithoutItsTokenDoesNothing()
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        using var client = new HttpClient { BaseAddress = host.Address };
        using var form = new FormUrlEncodedContent([new("_handler", "password"), new("name", "mei"), new("password", FakeSignIn.Password)]);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(host.SignIn.Given);
    }
}
