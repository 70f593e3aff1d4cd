using System.Net;
using Bridge.Host.Accounts;
using Bridge.Policy;
using Microsoft.AspNetCore.TestHost;

namespace Bridge.Host.Tests.Api;

/// <summary>What the shell refuses, repeats and ends, whatever the endpoint.</summary>
public sealed class ApiShellTests
{
    [Fact]
    public async Task AChangeWithoutTheSessionsTokenIsRefused()
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = await bench.SignedInAsync(Role.LobbyAssistant, "east");
        (var good, browser.Csrf) = (browser.Csrf, null);
        Assert.Equal("csrf-token", Code(await browser.SendAsync(HttpMethod.Post, "session/post", "{}")));
        browser.Csrf = "wrong";
        Assert.Equal("csrf-token", Code(await browser.SendAsync(HttpMethod.Delete, "session")));
        browser.Csrf = good;
        Assert.Equal(HttpStatusCode.NoContent, (await browser.SendAsync(HttpMethod.Delete, "session")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("session")).Status);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", true, "another host")]
    [InlineData("Origin", "null", true, "a sandboxed frame")]
    [InlineData("Sec-Fetch-Site", "cross-site", true, "the browser says so")]
    [InlineData("Sec-Fetch-Site", "same-site", true, "a neighbour under the same domain")]
    [InlineData("Origin", "http://localhost", false, "the page itself")]
    [InlineData("Sec-Fetch-Site", "same-origin", false, "the page itself")]
    public async Task OtherSitesAreRefusedEverywhere(string header, string value, bool refused, string why)
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = await bench.SignedInAsync(Role.LobbyAssistant, "east");
        Assert.True(refused == (Code(await browser.SendAsync(HttpMethod.Get, "doors", null, (header, value))) == "cross-site"), why);
        if (refused)
        {
            Assert.Equal("cross-site", Code(await browser.SendAsync(HttpMethod.Get, "stream", null, (header, value))));
        }
    }

    [Fact]
    public async Task MembersThatAreNotKnownAreRefusedByNameAndTold()
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = bench.Browser();
        var answer = await browser.PostAsync("session", """{ "name": "a", "password": "b", "roleOverride": "administrator" }""");
        Assert.Equal((HttpStatusCode.BadRequest, "unknown-member"), (answer.Status, Code(answer)));
        Assert.Contains("roleOverride", answer.Body!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", browser.Last!.Content.Headers.ContentType!.MediaType);
        Assert.Contains(bench.Log.Lines, line => line.Text.Contains(nameof(SecurityMatter.LyingClient), StringComparison.Ordinal));
        Assert.Equal("malformed", Code(await browser.PostAsync("session", """{ "name": "a" }""")));
        Assert.Equal("malformed", Code(await browser.PostAsync("session", "[")));
    }

    [Fact]
    public async Task AKeyActsOnce()
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = await bench.SignedInAsync(Role.LobbyAssistant, "east");
        Assert.Equal("idempotency-key", Code(await browser.PostAsync("probe-act", """{ "door": "a" }""")));
        var first = await Act(browser, "a", "one");
        Assert.Equal(first.Body!.ToJsonString(), (await Act(browser, "a", "one")).Body!.ToJsonString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Act(browser, "b", "one")).Status);
        Assert.NotEqual(first.Body.ToJsonString(), (await Act(browser, "a", "two")).Body!.ToJsonString());
        var other = await bench.SignedInAsync(Role.TeamLead, "east");
        Assert.NotEqual(first.Body.ToJsonString(), (await Act(other, "a", "one")).Body!.ToJsonString());

        static Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode? Body)> Act(Browser browser, string door, string key) =>
            browser.SendAsync(HttpMethod.Post, "probe-act", $$"""{ "door": "{{door}}" }""", ("Idempotency-Key", key));
    }

    [Fact]
    public async Task ATokenIsGoodForItsScopesItsLobbyAndItsTime()
    {
        await using var bench = await ApiBench.StartAsync();
        var admin = await bench.SignedInAsync(Role.Administrator);
        Assert.Equal("scopes", Code(await admin.PostAsync("clients", """{ "name": "x", "scopes": ["doors.open"], "days": 1 }""")));
        var made = await admin.PostAsync("clients", """{ "name": "dashboard", "scopes": ["doors.read"], "days": 1, "lobby": "east" }""");
        var client = bench.Browser();
        client.Bearer = made.Body!["token"]!.GetValue<string>();
        Assert.Single((await client.GetAsync("doors")).Body!["doors"]!.AsArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("probe/ReadEvents")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("accounts")).Status);
        Assert.Equal("not-permitted", Code(await client.SendAsync(HttpMethod.Post, "probe-act", """{ "door": "a" }""", ("Idempotency-Key", "k"))));

        var expiring = bench.Browser();
        expiring.Bearer = (await admin.PostAsync("clients", """{ "name": "short", "scopes": ["doors.read"], "days": 1 }""")).Body!["token"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.NoContent, (await admin.SendAsync(HttpMethod.Delete, $"clients/{made.Body!["id"]}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("doors")).Status);
        Assert.Equal(HttpStatusCode.OK, (await expiring.GetAsync("doors")).Status);
        bench.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await expiring.GetAsync("doors")).Status);
    }

    [Theory]
    [InlineData("POST", "disable", "{}", "a disabled user")]
    [InlineData("PUT", "posts", """{ "posts": [{ "role": "patrol" }] }""", "another post")]
    [InlineData("POST", "password-code", "{}", "a password taken away")]
    [InlineData("POST", "second-factor-reset", "{}", "an authenticator taken away")]
    public async Task AChangeEndsThePersonsSessionsAndStreamsAtOnce(string method, string change, string body, string why)
    {
        await using var bench = await ApiBench.StartAsync();
        var admin = await bench.SignedInAsync(Role.Administrator);
        var person = await bench.HireAsync("mei", new Post(Role.LobbyAssistant, new LobbyId("east")));
        var browser = bench.Browser();
        await browser.SignInAsync(person);
        using var client = bench.Application.GetTestServer().CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stream");
        request.Headers.Add("Cookie", $"accessbridge-session={browser.Cookies["accessbridge-session"]}");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("event: doors", await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync(new HttpMethod(method), $"accounts/{person.Id}/{change}", body)).Status);
        Assert.True((await browser.GetAsync("session")).Status == HttpStatusCode.Unauthorized, why);
        var rest = await reader.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Contains("east-door", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("west-door", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANewUserSetsAPasswordWithTheCodeOnceAndEnrolsAnAuthenticator()
    {
        await using var bench = await ApiBench.StartAsync();
        var admin = await bench.SignedInAsync(Role.Administrator);
        var made = await admin.PostAsync("accounts", """{ "name": "wei", "displayName": "Wei", "posts": [{ "role": "controlRoom" }] }""");
        var code = made.Body!["code"]!.GetValue<string>();
        var browser = bench.Browser();
        var set = $$"""{ "name": "wei", "code": "{{code}}", "password": "{{ApiBench.Password}}" }""";
        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync("accounts/password", set)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("accounts/password", set)).Status);
        await browser.GivePasswordAsync("wei", ApiBench.Password);
        Assert.Equal("second-factor-needed", Code(await browser.PostAsync("session/post", """{ "role": "controlRoom" }""")));
        var key = (await browser.PostAsync("session/second-factor/key")).Body!["key"]!.GetValue<string>();
        var confirmed = await browser.PostAsync("session/second-factor/confirm", $$"""{ "code": "{{Authenticator.Code(key, bench.Time.GetUtcNow())}}" }""");
        Assert.Equal("controlRoom", confirmed.Body!["post"]!["role"]!.GetValue<string>());
        Assert.Equal(2, (await browser.GetAsync("doors")).Body!["doors"]!.AsArray().Count);

        string[] secrets = [code, key, ApiBench.Password, browser.Cookies["accessbridge-session"], browser.Csrf!, "Wei"];
        Assert.All(secrets, secret => Assert.DoesNotContain(bench.Log.Lines, line => line.Text.Contains(secret, StringComparison.Ordinal)));
        Assert.Contains(bench.Log.Lines, line => line.Text.Contains(nameof(SecurityMatter.SecondFactorChanged), StringComparison.Ordinal));
    }

    [Fact]
    public async Task NobodyChangesHisOwnAccountOrHoldsTheKeysAndTheBook()
    {
        await using var bench = await ApiBench.StartAsync();
        var admin = await bench.SignedInAsync(Role.Administrator);
        Assert.Equal("own-account", Code(await admin.SendAsync(HttpMethod.Put, "accounts/u-administrator-/posts", """{ "posts": [{ "role": "auditor" }] }""")));
        Assert.Equal("posts", Code(await admin.PostAsync("accounts", """{ "name": "x", "displayName": "x", "posts": [{ "role": "administrator" }, { "role": "patrol" }] }""")));
        Assert.Equal("posts", Code(await admin.PostAsync("accounts", """{ "name": "x", "displayName": "x", "posts": [{ "role": "lobbyAssistant" }] }""")));
    }

    [Fact]
    public async Task SignInsHaveALimitForEachAddress()
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = bench.Browser();
        var last = default((HttpStatusCode Status, System.Text.Json.Nodes.JsonNode? Body));
        for (var attempt = 0; attempt < 61; attempt++)
        {
            last = await browser.GivePasswordAsync($"name-{attempt}", "wrong wrong wrong");
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-requests"), (last.Status, Code(last)));
    }

    private static string? Code((HttpStatusCode Status, System.Text.Json.Nodes.JsonNode? Body) answer) =>
        answer.Body is System.Text.Json.Nodes.JsonObject problem ? problem["code"]?.GetValue<string>() : null;
}
