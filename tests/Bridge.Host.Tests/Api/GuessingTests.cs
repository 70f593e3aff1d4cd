using System.Net;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Policy;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Tests.Api;

/// <summary>Somebody guesses at a name, and its person has to get in all the same.</summary>
public sealed class GuessingTests
{
    private const string Wrong = "wrong wrong wrong";
    private static readonly Post Lobby = new(Role.LobbyAssistant, new LobbyId("east"));

    [Fact]
    public async Task WhoIsShutOutByStrangersGetsInAtHisDeskAndWithANewPasswordEverywhere()
    {
        await using var bench = await ApiBench.StartAsync();
        var person = await bench.HireAsync("mei", Lobby);
        var desk = await bench.SignedInAsync(Role.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync("desks", """{ "name": "East desk", "lobby": "east" }""")).Status);
        await desk.SendAsync(HttpMethod.Delete, "session");
        var book = bench.Application.Services.GetRequiredService<FailureBook>();
        for (var failure = 0; failure < FailureBook.Most; failure++)
        {
            book.Fail(person.Name, null);
        }

        bench.Time.Advance(TimeSpan.FromDays(365));
        var elsewhere = bench.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GivePasswordAsync(person.Name, ApiBench.Password)).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.GivePasswordAsync(person.Name, ApiBench.Password)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GivePasswordAsync(person.Name, ApiBench.Password)).Status);

        var boss = await bench.HireAsync("boss", new Post(Role.Administrator, null));
        var admin = bench.Browser();
        await admin.SignInAsync(boss);
        var code = (await admin.PostAsync($"accounts/{person.Id}/password-code")).Body!["code"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.NoContent, (await elsewhere.PostAsync("accounts/password", $$"""{ "name": "mei", "code": "{{code}}", "password": "another horse battery" }""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GivePasswordAsync(person.Name, "another horse battery")).Status);
    }

    /// <summary>Many at once are no more than one after the other: the sixth is not looked at, right or not.</summary>
    [Fact]
    public async Task ManyGuessesAtOnceAreCountedLikeOthers()
    {
        await using var bench = await ApiBench.StartAsync();
        var person = await bench.HireAsync("mei", Lobby);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => bench.Browser().GivePasswordAsync(person.Name, Wrong)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.Status));
        var told = bench.Log.Lines.Select(line => line.Text).Where(line => line.Contains("SignInFailed", StringComparison.Ordinal)).ToList();
        Assert.Equal((FailureBook.Quick, 40 - FailureBook.Quick), (told.Count(line => line.Contains("refused", StringComparison.Ordinal)), told.Count(line => line.Contains("while locked out", StringComparison.Ordinal))));
    }

    /// <summary>Whoever goes on while he has to wait does not wait longer for it: else anybody could keep a person out for good.</summary>
    [Fact]
    public async Task WhatIsTriedMeanwhileIsNotCounted()
    {
        await using var bench = await ApiBench.StartAsync();
        var person = await bench.HireAsync("mei", Lobby);
        var browser = bench.Browser();
        await browser.GivePasswordAsync(person.Name, ApiBench.Password);
        for (var attempt = 0; attempt < FailureBook.Quick + 15; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GiveCodeAsync("000000")).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await bench.Browser().GivePasswordAsync(person.Name, Wrong)).Status);
        }

        bench.Time.Advance(FailureBook.FirstWait);
        Assert.Equal(HttpStatusCode.OK, (await browser.GiveCodeAsync(Authenticator.Code(person.Key, bench.Time.GetUtcNow()))).Status);
        Assert.Equal(HttpStatusCode.OK, (await bench.Browser().GivePasswordAsync(person.Name, ApiBench.Password)).Status);
    }

    [Fact]
    public async Task ACodeForANewPasswordIsNotGuessedEither()
    {
        await using var bench = await ApiBench.StartAsync();
        var person = await bench.HireAsync("mei", Lobby);
        var admin = await bench.SignedInAsync(Role.Administrator);
        var code = (await admin.PostAsync($"accounts/{person.Id}/password-code")).Body!["code"]!.GetValue<string>();
        var browser = bench.Browser();
        for (var attempt = 0; attempt < FailureBook.Quick; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await SetAsync("wrong")).Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await SetAsync(code)).Status);
        bench.Time.Advance(FailureBook.FirstWait);
        Assert.Equal(HttpStatusCode.NoContent, (await SetAsync(code)).Status);

        Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode? Body)> SetAsync(string tried) =>
            browser.PostAsync("accounts/password", $$"""{ "name": "mei", "code": "{{tried}}", "password": "another horse battery" }""");
    }
}
