using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>Every answer of the running product, good or bad, keeps other sites and foreign scripts out.</summary>
[Collection(GuardedScenes.Name)]
public sealed partial class HeaderTests(GuardedScene scene)
{
    private const string Policy = "default-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    public static TheoryData<string, string> Places => new()
    {
        { "/", "the doors" }, { "/?lang=en", "in English" }, { "/readers", "the readers" }, { "/sign-in", "the sign-in" }, { "/sign-in?then=/desk&lang=en", "from a page" },
        { "/first-account", "the first account" }, { "/set-password", "a password" }, { "/sign-out", "the way out" },
        { "/desk", "a post's page" }, { "/gate", "a post's page" }, { "/control-room", "a post's page" }, { "/office", "a post's page" }, { "/patrol", "a post's page" },
        { "/front-desk", "a post's page" }, { "/api/v1/session", "the API, refused" }, { "/api/v1/openapi.json", "its description, refused" }, { "/api/nothing", "no such thing there" },
        { "/health/live", "health" }, { "/health/ready", "health" }, { "/metrics", "figures" }, { "/nothing", "no such page" }, { "/_blazor/negotiate", "a page's connection, asked for wrongly" },
        { "/_content/Bridge.Console/console.css", "a style sheet" }, { "/_content/Bridge.Console/icon.svg", "pictures" }, { "/_framework/blazor.web.js", "the script" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Places))]
    public async Task IsOnEveryAnswer(string path, string why)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Put, HttpMethod.Options])
        {
            using var visitor = scene.Visitor();
            using var request = new HttpRequestMessage(method, path);
            using var answer = await visitor.SendAsync(request, Token);
            Assert.True(Policy == Header(answer, "Content-Security-Policy"), $"{method} {path}, {why}: {answer.StatusCode} {Header(answer, "Content-Security-Policy")}");
            Assert.Equal(("DENY", "nosniff", "same-origin", null), (Header(answer, "X-Frame-Options"), Header(answer, "X-Content-Type-Options"), Header(answer, "Referrer-Policy"), Header(answer, "Server")));
            Assert.True((int)answer.StatusCode < 500 || path.StartsWith("/health", StringComparison.Ordinal), $"{method} {path}: {answer.StatusCode}");
        }
    }

    /// <summary>The whole of the API, read off the product's own description, by somebody who is signed in.</summary>
    [Fact]
    public async Task IsOnEveryAnswerOfTheApi()
    {
        using var visitor = await scene.SignInAsync("gate", Token);
        using var description = await visitor.GetAsync("/api/v1/openapi.json", Token);
        var answers = 0;
        foreach (var (path, methods) in JsonNode.Parse(await description.Content.ReadAsStringAsync(Token))!["paths"]!.AsObject())
        {
            foreach (var method in methods!.AsObject().Select(entry => entry.Key).Where(method => method != "parameters" && !path.EndsWith("/stream", StringComparison.Ordinal)))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), Regex.Replace(path, "\\{[^}]+\\}", "1"));
                using var answer = await visitor.SendAsync(request, Token);
                Assert.True(Policy == Header(answer, "Content-Security-Policy"), $"{method} {path}: {answer.StatusCode}");
                Assert.Equal(("DENY", "nosniff"), (Header(answer, "X-Frame-Options"), Header(answer, "X-Content-Type-Options")));
                answers++;
            }
        }

        Assert.True(answers > 100, $"{answers}");
    }

    [Theory, MemberData(nameof(Places))]
    public async Task NoPageHasAScriptOrStyleOfItsOwn(string path, string why)
    {
        using var visitor = scene.Visitor();
        using var answer = await visitor.GetAsync(path, Token);
        var page = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(answer.Content.Headers.ContentType?.MediaType != "text/html" || Inline(page) is null, $"{path}, {why}: {Inline(page)}");
    }

    [Theory]
    [InlineData("<p style=\"color:red\">", "a style")]
    [InlineData("<script>alert(1)</script>", "a script")]
    [InlineData("<img src=x onerror=alert(1)>", "a handler")]
    [InlineData("<script src=\"https://evil.example/x.js\"></script>", "somebody else's script")]
    [InlineData("<object data=x></object>", "an object")]
    public void WhatIsLookedForIsFound(string page, string why) => Assert.True(Inline(page) is not null, why);

    [Fact]
    public async Task WhatBelongsToAPersonIsNotKeptOnTheWay()
    {
        using var visitor = await scene.SignInAsync("gate", Token);
        foreach (var path in (string[])["/sign-in?change=1", "/sign-out", "/set-password", "/api/v1/session", "/api/v1/announcements"])
        {
            using var answer = await visitor.GetAsync(path, Token);
            Assert.True(answer is { StatusCode: HttpStatusCode.OK, Headers.CacheControl.NoStore: true }, $"{path}: {answer.StatusCode} {answer.Headers.CacheControl}");
        }
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(" | ", values) : null;

    private static string? Inline(string page) => Offender().Match(page) is { Success: true } found ? found.Value : null;

    [GeneratedRegex("""<script(?![^>]*\ssrc="(?!\w+:|//))[^>]*>|<style\b|<object\b|<embed\b|<iframe\b|<[^>]*\s(style|on[a-z]+)\s*=[^>]*>""", RegexOptions.IgnoreCase)]
    private static partial Regex Offender();
}
