using System.Net;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Bridge.Policy;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Tests.Api;

/// <summary>Who gets in, with what, and for how long.</summary>
public sealed class SignInTests
{
    private static readonly Post Lobby = new(Role.LobbyAssistant, new LobbyId("east"));

    [Fact]
    public async Task TheFirstAdministratorIsMadeOnceAndByTheCodeAlone()
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = bench.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GivePasswordAsync("admin", "admin")).Status);
        var code = (await File.ReadAllTextAsync(bench.CodeFile, TestContext.Current.CancellationToken)).Trim();
        Assert.Null(Bridge.Journal.Storage.OwnerFile.Problem(bench.CodeFile));
        Assert.Equal(HttpStatusCode.BadRequest, (await FirstAsync(browser, code, "too short")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await FirstAsync(browser, "wrong", ApiBench.Password)).Status);
        Assert.Equal(HttpStatusCode.OK, (await FirstAsync(browser, code, ApiBench.Password)).Status);
        Assert.False(File.Exists(bench.CodeFile));
        Assert.Equal(HttpStatusCode.Unauthorized, (await FirstAsync(browser, code, ApiBench.Password)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GivePasswordAsync("root", ApiBench.Password)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("accounts")).Status);
    }

    [Fact]
    public async Task AnOldFirstCodeIsReplacedByANewOne()
    {
        await using var bench = await ApiBench.StartAsync();
        var old = await File.ReadAllTextAsync(bench.CodeFile, TestContext.Current.CancellationToken);
        bench.Time.Advance(FirstEnrolment.GoodFor);
        Assert.Equal(HttpStatusCode.Unauthorized, (await FirstAsync(bench.Browser(), old.Trim(), ApiBench.Password)).Status);
        Assert.NotEqual(old, await File.ReadAllTextAsync(bench.CodeFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FiveFailuresLockOutAndAnUnknownNameLooksTheSame()
    {
        await using var bench = await ApiBench.StartAsync();
        var person = await bench.HireAsync("mei", Lobby);
        var browser = bench.Browser();
        for (var attempt = 0; attempt < FailureBook.Quick; attempt++)
        {
            var known = await browser.GivePasswordAsync(person.Name, "wrong wrong wrong");
            var unknown = await browser.GivePasswordAsync("nobody", "wrong wrong wrong");
            Assert.Equal((HttpStatusCode.Unauthorized, known.Body!.ToJsonString()), (unknown.Status, unknown.Body!.ToJsonString()));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GivePasswordAsync(person.Name, ApiBench.Password)).Status);
        bench.Time.Advance(FailureBook.FirstWait);
        Assert.Equal(HttpStatusCode.OK, (await browser.GivePasswordAsync(person.Name, ApiBench.Password)).Status);
    }

    [Fact]
    public async Task ThePasswordAloneOpensNothingAndACodeIsTakenOnce()
    {
        await using var bench = await ApiBench.StartAsync();
        var person = await bench.HireAsync("mei", Lobby);
        var browser = bench.Browser();
        await browser.GivePasswordAsync(person.Name, ApiBench.Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("doors")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("session/post", """{ "role": "lobbyAssistant", "lobby": "east" }""")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("session/second-factor/key")).Status);
        var code = Authenticator.Code(person.Key, bench.Time.GetUtcNow());
        Assert.Equal(HttpStatusCode.OK, (await browser.GiveCodeAsync(code)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("doors")).Status);

        var thief = bench.Browser();
        await thief.GivePasswordAsync(person.Name, ApiBench.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GiveCodeAsync(code)).Status);
    }

    [Fact]
    public async Task TheTokenChangesWithEachStepAndTheOldOneIsDead()
    {
        await using var bench = await ApiBench.StartAsync();
        var person = await bench.HireAsync("mei", Lobby);
        var browser = bench.Browser();
        browser.Cookies["accessbridge-session"] = "planted";
        await browser.GivePasswordAsync(person.Name, ApiBench.Password);
        var first = browser.Cookies["accessbridge-session"];
        Assert.NotEqual("planted", first);
        await browser.GiveCodeAsync(Authenticator.Code(person.Key, bench.Time.GetUtcNow()));
        Assert.NotEqual(first, browser.Cookies["accessbridge-session"]);
        var old = bench.Browser();
        old.Cookies["accessbridge-session"] = first;
        Assert.Equal(HttpStatusCode.Unauthorized, (await old.GetAsync("session")).Status);
    }

    [Theory]
    [InlineData("http", "accessbridge-session=", false, "plain on the machine itself")]
    [InlineData("https", "__Host-accessbridge-session=", true, "behind a proxy with TLS")]
    public async Task CookiesAreClosed(string scheme, string name, bool secure, string why)
    {
        await using var bench = await ApiBench.StartAsync();
        var person = await bench.HireAsync("mei", Lobby);
        var browser = bench.Browser();
        await browser.SendAsync(HttpMethod.Post, "session", $$"""{ "name": "{{person.Name}}", "password": "{{ApiBench.Password}}" }""", ("X-Forwarded-Proto", scheme), ("X-Forwarded-For", "192.0.2.1"));
        var cookie = Assert.Single(browser.Last!.Headers.GetValues("Set-Cookie"));
        Assert.True(cookie.StartsWith(name, StringComparison.Ordinal), why);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.Equal(secure, cookie.Contains("secure", StringComparison.Ordinal));
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASessionEndsIdleAndAfterTwelveHours()
    {
        await using var bench = await ApiBench.StartAsync();
        var idle = await bench.SignedInAsync(Role.LobbyAssistant, "east");
        bench.Time.Advance(SessionBook.IdleLimit);
        Assert.Equal(HttpStatusCode.Unauthorized, (await idle.GetAsync("session")).Status);

        var busy = await bench.SignedInAsync(Role.TeamLead, "east");
        for (var passed = TimeSpan.Zero; passed < SessionBook.LongestLife - TimeSpan.FromMinutes(10); passed += TimeSpan.FromMinutes(10))
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("session")).Status);
            bench.Time.Advance(TimeSpan.FromMinutes(10));
        }

        bench.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Unauthorized, (await busy.GetAsync("session")).Status);
    }

    [Fact]
    public async Task AnEnrolledDeskIsTheSecondFactorOfItsOwnLobbyAlone()
    {
        await using var bench = await ApiBench.StartAsync();
        var desk = await bench.SignedInAsync(Role.Administrator);
        var enrolled = await desk.PostAsync("desks", """{ "name": "East desk", "lobby": "east" }""");
        Assert.Equal(HttpStatusCode.OK, enrolled.Status);
        await desk.SendAsync(HttpMethod.Delete, "session");

        var here = await bench.HireAsync("here", Lobby);
        Assert.Equal("lobbyAssistant", (await desk.GivePasswordAsync(here.Name, ApiBench.Password)).Body!["post"]!["role"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("doors")).Status);

        var elsewhere = await bench.HireAsync("elsewhere", new Post(Role.LobbyAssistant, new LobbyId("west")));
        Assert.True((await desk.GivePasswordAsync(elsewhere.Name, ApiBench.Password)).Body!["secondFactorNeeded"]!.GetValue<bool>());
        var boss = await bench.HireAsync("boss", new Post(Role.Administrator, null));
        Assert.True((await desk.GivePasswordAsync(boss.Name, ApiBench.Password)).Body!["secondFactorNeeded"]!.GetValue<bool>());

        await desk.GivePasswordAsync(here.Name, ApiBench.Password);
        var other = bench.Browser();
        await other.SignInAsync(boss);
        Assert.Equal(HttpStatusCode.NoContent, (await other.SendAsync(HttpMethod.Delete, $"desks/{enrolled.Body!["id"]}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.GetAsync("doors")).Status);
        Assert.True((await desk.GivePasswordAsync(here.Name, ApiBench.Password)).Body!["secondFactorNeeded"]!.GetValue<bool>());
    }

    /// <summary>A sign-in has read the account, and then somebody disables it: the session that was begun must not live.</summary>
    [Fact]
    public async Task AnAccountThatChangedSinceItWasReadIsSeen()
    {
        await using var bench = await ApiBench.StartAsync();
        var person = await bench.HireAsync("mei", Lobby);
        await using var reading = bench.Application.Services.CreateAsyncScope();
        await using var changing = bench.Application.Services.CreateAsyncScope();
        var slow = reading.ServiceProvider.GetRequiredService<Credentials>();
        var read = Assert.IsType<Account>(await slow.CheckPasswordAsync(person.Name, ApiBench.Password, null, TestContext.Current.CancellationToken));
        Assert.True(await slow.IsUnchangedAsync(read, TestContext.Current.CancellationToken));
        var other = await changing.ServiceProvider.GetRequiredService<Credentials>().OfIdAsync(person.Id, TestContext.Current.CancellationToken);
        var by = new Caller(bench.Application.Services.GetRequiredService<SessionBook>().Begin(new Account { Id = "u-admin" }, Factor.Code, isPending: false, desk: null, post: null).Session, null);
        var administration = changing.ServiceProvider.GetRequiredService<AccountAdministration>();
        Assert.True(await administration.SetDisabledAsync(by, other!, disabled: true, TestContext.Current.CancellationToken));
        Assert.False(await slow.IsUnchangedAsync(read, TestContext.Current.CancellationToken));
        Assert.False(await reading.ServiceProvider.GetRequiredService<AccountAdministration>().SetDisabledAsync(by, read, disabled: false, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AFileOfANewerVersionIsLeftUntouched()
    {
        using var folder = new Bridge.Host.Tests.Runtime.Support.TestFolder();
        var path = folder.File("accounts.db");
        Assert.IsType<AccountsOpened.Open>(await AccountsFile.OpenAsync(path, TestContext.Current.CancellationToken));
        Assert.Null(Bridge.Journal.Storage.OwnerFile.Problem(path));
        Bridge.Host.Tests.Verbs.VerbTests.Execute(path, "PRAGMA user_version = 2");
        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(new AccountsOpened.TooNew(2, 1), await AccountsFile.OpenAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    private static Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode? Body)> FirstAsync(Browser browser, string code, string password) =>
        browser.PostAsync("accounts/first", $$"""{ "code": "{{code}}", "name": "root", "password": "{{password}}" }""");
}
