using System.Net;
using System.Text;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Policy;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Tests.Api;

/// <summary>The service dies and starts again: who was signed in still is, and who was not is not.</summary>
public sealed class SessionRestartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "it dies")]
    [InlineData(false, "it is stopped")]
    public async Task WhoHasTakenAPostHasItStill(bool crash, string why)
    {
        await using var bench = await ApiBench.StartAsync();
        var person = await bench.HireAsync("mei", new Post(Role.LobbyAssistant, new LobbyId("east")), new Post(Role.GatePost, new LobbyId("east")));
        var browser = bench.Browser();
        await browser.SignInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("session/post", """{ "role": "lobbyAssistant", "lobby": "east" }""")).Status);
        var before = (await browser.GetAsync("session")).Body!.ToJsonString();
        await (crash ? bench.CrashAsync() : bench.RestartAsync());
        var after = await browser.GetAsync("session");
        Assert.True(before == after.Body?.ToJsonString(), $"{why}: {after.Status} {after.Body?.ToJsonString()}");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("probe/OpenCase/east")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.SendAsync(HttpMethod.Delete, "session")).Status);
        await bench.CrashAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("session")).Status);
    }

    [Fact]
    public async Task ASessionAtADeskAndOneThatOwesItsCodeGoOnAsTheyWere()
    {
        await using var bench = await ApiBench.StartAsync();
        var desk = await bench.SignedInAsync(Role.Administrator);
        await desk.PostAsync("desks", """{ "name": "East desk", "lobby": "east" }""");
        var here = await bench.HireAsync("here", new Post(Role.LobbyAssistant, new LobbyId("east")));
        await desk.GivePasswordAsync(here.Name, ApiBench.Password);
        var pending = bench.Browser();
        await pending.GivePasswordAsync(here.Name, ApiBench.Password);
        await bench.CrashAsync();
        var seen = await desk.GetAsync("session");
        Assert.Equal(("East desk", "lobbyAssistant"), (seen.Body!["desk"]!.GetValue<string>(), seen.Body["post"]!["role"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("doors")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await pending.GetAsync("doors")).Status);
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await pending.GiveCodeAsync(Authenticator.Code(here.Key, bench.Time.GetUtcNow()))).Status);
    }

    [Theory]
    [InlineData("signed out")]
    [InlineData("strengthened: the token of before")]
    [InlineData("account disabled")]
    [InlineData("posts changed")]
    [InlineData("password reset")]
    [InlineData("second factor reset")]
    [InlineData("desk revoked")]
    [InlineData("idle while the service was away")]
    [InlineData("twelve hours old")]
    public async Task WhatIsOverStaysOver(string what)
    {
        await using var bench = await ApiBench.StartAsync();
        var admin = await bench.SignedInAsync(Role.Administrator);
        var browser = bench.Browser();
        var enrolled = what == "desk revoked" ? (await admin.PostAsync("desks", """{ "name": "East desk", "lobby": "east" }""")).Body!["id"]!.GetValue<string>() : null;
        browser.Cookies["accessbridge-desk"] = admin.Cookies.GetValueOrDefault("accessbridge-desk", "none");
        var person = await bench.HireAsync("mei", new Post(Role.LobbyAssistant, new LobbyId("east")));
        await browser.GivePasswordAsync(person.Name, ApiBench.Password);
        var first = browser.Cookies["accessbridge-session"];
        if (enrolled is null)
        {
            await browser.GiveCodeAsync(Authenticator.Code(person.Key, bench.Time.GetUtcNow()));
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("doors")).Status);
        await EndAsync(what, bench, admin, browser, person, enrolled, first);
        await bench.CrashAsync();
        Assert.Equal((what, HttpStatusCode.Unauthorized), (what, (await browser.GetAsync("session")).Status));
    }

    [Theory]
    [InlineData("garbage", "not ours")]
    [InlineData("cut", "half of it")]
    [InlineData("empty", "nothing in it")]
    [InlineData("open", "others can read it")]
    [InlineData("foreign", "encrypted for something else")]
    public async Task AFileThatCannotBeUsedCostsASignInAndIsSaid(string damage, string why)
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = await bench.SignedInAsync(Role.LobbyAssistant, "east");
        var path = bench.Folder.File("sessions.protected");
        await DamageAsync(damage, path, bench);
        await bench.CrashAsync();
        Assert.True((await browser.GetAsync("session")).Status == HttpStatusCode.Unauthorized, why);
        Assert.Contains(bench.Log.Lines, line => line.Text.Contains("everybody signs in again", StringComparison.Ordinal));
        var again = await bench.SignedInAsync(Role.TeamLead, "east");
        await bench.CrashAsync();
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("session")).Status);
    }

    [Fact]
    public async Task TheFileIsTheOwnersAndHoldsNoSecretInClear()
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = await bench.SignedInAsync(Role.LobbyAssistant, "east");
        var path = bench.Folder.File("sessions.protected");
        Assert.Null(Bridge.Journal.Storage.OwnerFile.Problem(path));
        var file = await File.ReadAllBytesAsync(path, Token);
        string[] secrets = [browser.Cookies["accessbridge-session"], browser.Csrf!, "u-lobbyassistant-east", "lobbyAssistant"];
        Assert.All(secrets, secret => Assert.True(file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, secret));
        var kept = Assert.Single(bench.Application.Services.GetRequiredService<SessionFile>().Read());
        Assert.Equal((SecretToken.Digest(browser.Cookies["accessbridge-session"]), browser.Csrf), (kept.Digest, kept.CsrfToken));
    }

    [Fact]
    public async Task AUseIsWrittenOnceAMinuteAtMost()
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = await bench.SignedInAsync(Role.LobbyAssistant, "east");
        var book = bench.Application.Services.GetRequiredService<SessionBook>();
        var path = bench.Folder.File("sessions.protected");
        var written = await File.ReadAllBytesAsync(path, Token);
        for (var second = 0; second < 50; second += 10)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(10));
            await browser.GetAsync("session");
            book.Sweep();
            Assert.Equal(written, await File.ReadAllBytesAsync(path, Token));
        }

        bench.Time.Advance(TimeSpan.FromSeconds(10));
        await browser.GetAsync("session");
        book.Sweep();
        Assert.NotEqual(written, await File.ReadAllBytesAsync(path, Token));
        var kept = Assert.Single(bench.Application.Services.GetRequiredService<SessionFile>().Read());
        Assert.InRange(bench.Time.GetUtcNow() - kept.LastUsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task ADiskThatRefusesIsSaidOnceAndNobodyIsKeptOut()
    {
        await using var bench = await ApiBench.StartAsync();
        var path = bench.Folder.File("sessions.protected");
        Directory.CreateDirectory(Path.Combine(path, "in the way"));
        var browser = await bench.SignedInAsync(Role.LobbyAssistant, "east");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("doors")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.SendAsync(HttpMethod.Delete, "session")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("session")).Status);
        Assert.Single(bench.Log.Lines, line => line.Text.Contains("sessions cannot be written", StringComparison.Ordinal));
        Directory.Delete(path, recursive: true);
        bench.Application.Services.GetRequiredService<SessionBook>().Sweep();
        Assert.Empty(bench.Application.Services.GetRequiredService<SessionFile>().Read());
        Assert.True(File.Exists(path));
    }

    private static async Task EndAsync(string what, ApiBench bench, Browser admin, Browser browser, Person person, string? desk, string first)
    {
        var id = person.Id;
        var answer = what switch
        {
            "signed out" => await browser.SendAsync(HttpMethod.Delete, "session"),
            "account disabled" => await admin.PostAsync($"accounts/{id}/disable"),
            "posts changed" => await admin.SendAsync(HttpMethod.Put, $"accounts/{id}/posts", """{ "posts": [{ "role": "gatePost" }] }"""),
            "password reset" => await admin.PostAsync($"accounts/{id}/password-code"),
            "second factor reset" => await admin.PostAsync($"accounts/{id}/second-factor-reset"),
            "desk revoked" => await admin.SendAsync(HttpMethod.Delete, $"desks/{desk}"),
            _ => (HttpStatusCode.OK, null),
        };
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{what}: {answer.Status}");
        switch (what)
        {
            case "strengthened: the token of before":
                browser.Cookies["accessbridge-session"] = first;
                break;
            case "idle while the service was away":
                bench.Time.Advance(SessionBook.IdleLimit);
                break;
            case "twelve hours old":
                for (var passed = TimeSpan.Zero; passed < SessionBook.LongestLife; passed += TimeSpan.FromMinutes(10))
                {
                    bench.Time.Advance(TimeSpan.FromMinutes(10));
                    await browser.GetAsync("session");
                    bench.Application.Services.GetRequiredService<SessionBook>().Write();
                }

                break;
        }
    }

    private static async Task DamageAsync(string damage, string path, ApiBench bench)
    {
        var whole = await File.ReadAllBytesAsync(path, Token);
        switch (damage)
        {
            case "garbage":
                await File.WriteAllTextAsync(path, "not what was written", Token);
                break;
            case "cut":
                await File.WriteAllBytesAsync(path, whole[..(whole.Length / 2)], Token);
                break;
            case "empty":
                await File.WriteAllBytesAsync(path, [], Token);
                break;
            case "open":
                Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps others out by the folder's access list");
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
                }

                break;
            case "foreign":
                var protection = bench.Application.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>();
                await File.WriteAllBytesAsync(path, protection.CreateProtector("something else").Protect("[]"u8.ToArray()), Token);
                break;
        }
    }
}
