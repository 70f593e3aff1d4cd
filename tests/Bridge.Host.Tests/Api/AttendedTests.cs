using System.Net;
using Bridge.Host.Accounts;

namespace Bridge.Host.Tests.Api;

/// <summary>A desk that was left alone for two minutes opens nothing before somebody said who sits there; everything else goes on.</summary>
public sealed class AttendedTests
{
    [Theory]
    [InlineData(119, true, "the assistant looked something up")]
    [InlineData(120, true, "at the limit")]
    [InlineData(121, false, "anybody may sit there now")]
    [InlineData(600, false, "a long call of nature")]
    public async Task WhatOpensIsForWhoIsThere(int seconds, bool opens, string why)
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = await bench.SignedInAsync(Role.LobbyAssistant, "east");
        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync("probe-open")).Status);
        bench.Time.Advance(TimeSpan.FromSeconds(seconds));
        var answer = await browser.PostAsync("probe-open");
        Assert.True(opens == (answer.Status == HttpStatusCode.NoContent), $"{why}: {answer.Status}");
        Assert.Equal(opens ? null : "sign-in-again", answer.Body?["code"]?.GetValue<string>());
    }

    [Fact]
    public async Task AskingAgainDoesNotHelpAndThePasswordDoes()
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = await bench.SignedInAsync(Role.LobbyAssistant, "east");
        bench.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("doors")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("probe-open")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("probe-open")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("session/again", """{ "password": "not the one at all" }""")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("probe-open")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync("session/again", $$"""{ "password": "{{ApiBench.Password}}" }""")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync("probe-open")).Status);
    }
}
