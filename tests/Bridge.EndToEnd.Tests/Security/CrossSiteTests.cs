using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>Another site in the same browser, with the person's cookies where the browser would send them: it changes nothing and opens no page's connection.</summary>
[Collection(GuardedScenes.Name)]
public sealed class CrossSiteTests(GuardedScene scene, ITestOutputHelper output)
{
    private static readonly (string Name, string Value, string Why)[] Marks =
    [
        ("Origin", "https://evil.example", "another host"), ("Origin", "null", "a sandboxed frame"), ("Origin", "http://127.0.0.1:1", "another port of this machine"),
        ("Sec-Fetch-Site", "cross-site", "the browser says so"), ("Sec-Fetch-Site", "same-site", "a neighbour under the same domain"),
    ];

    // The last one is marked by nothing, as an old browser sends it: then the session's token is missing.
    private static readonly (string Header, string Value, string Type, string Code)[] Forgeries =
    [
        ("Origin", "https://evil.example", "application/json", "cross-site"), ("Sec-Fetch-Site", "cross-site", "text/plain", "cross-site"), ("X-Nothing", "x", "text/plain", ""),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoFormOfThePagesCanBeSentFromElsewhere()
    {
        using var visitor = await scene.SignInAsync("gate", Token);
        var token = await visitor.TokenAsync("/sign-out", Token);
        foreach (var (name, value, why) in Marks)
        {
            using var answer = await visitor.PostAsync("/sign-out", PageVisitor.Form("sign-out", token, []), Token, (name, value));
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden && await visitor.IsSignedInAsync(Token), $"{why}: {answer.StatusCode}");
        }

        foreach (var (forged, why) in ((string?, string)[])[(null, "no token"), ("forged", "a made-up one"), (await TokenOfAnotherAsync(), "somebody else's, of his own page")])
        {
            using var answer = await visitor.PostAsync("/sign-out", PageVisitor.Form("sign-out", forged, []), Token);
            Assert.True(answer.StatusCode == HttpStatusCode.SeeOther && await visitor.IsSignedInAsync(Token), $"{why}: {answer.StatusCode}");
        }

        using var meant = await visitor.PostAsync("/sign-out", PageVisitor.Form("sign-out", token, []), Token, ("Origin", scene.Root.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin"));
        Assert.False(await visitor.IsSignedInAsync(Token));
    }

    /// <summary>All that changes something, read off the product's own description.</summary>
    [Fact]
    public async Task NoEndpointActsForAnotherSite()
    {
        using var visitor = await scene.SignInAsync("gate", Token);
        using var description = await visitor.GetAsync("/api/v1/openapi.json", Token);
        var paths = JsonNode.Parse(await description.Content.ReadAsStringAsync(Token))!["paths"]!.AsObject();
        var tried = 0;
        foreach (var (path, methods) in paths)
        {
            foreach (var method in methods!.AsObject().Select(entry => entry.Key).Where(method => method is not ("get" or "parameters")))
            {
                foreach (var (header, value, type, code) in Forgeries)
                {
                    tried++;
                    using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path.Replace("{id}", "1", StringComparison.Ordinal).Replace("{lobby}", "a", StringComparison.Ordinal).Replace("{order}", "1", StringComparison.Ordinal));
                    request.Content = new StringContent("{}", Encoding.UTF8, type);
                    request.Headers.TryAddWithoutValidation(header, value);

                    using var answer = await visitor.SendAsync(request, Token);
                    var body = await answer.Content.ReadAsStringAsync(Token);
                    Assert.True(
                        code.Length > 0 ? answer.StatusCode == HttpStatusCode.Forbidden && body.Contains(code, StringComparison.Ordinal)
                        : answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.Unauthorized,
                        $"{method} {path} as {type}: {answer.StatusCode} {body}");
                }
            }
        }

        Assert.True(tried > 100, $"only {tried} were found");
        Assert.True(await visitor.IsSignedInAsync(Token));
        output.WriteLine($"{tried} requests of another site, none acted");
    }

    [Fact]
    public async Task AnImageOrALinkChangesNothing()
    {
        using var visitor = await scene.SignInAsync("pat", Token);
        foreach (var path in (string[])["/sign-out", "/sign-out?_handler=sign-out", "/sign-in?name=a&password=b&_handler=password", "/api/v1/session?_method=DELETE"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-HTTP-Method-Override", "DELETE");
            using var answer = await visitor.SendAsync(request, Token);
            Assert.True(await visitor.IsSignedInAsync(Token), path);
        }
    }

    [Theory]
    [InlineData("https://evil.example", false, "another site")]
    [InlineData("http://evil.example", false, "another site without TLS")]
    [InlineData("null", false, "a sandboxed frame")]
    [InlineData("http://127.0.0.1:1", false, "another port of this machine")]
    [InlineData("http://127.0.0.1.evil.example", false, "a name that begins like ours")]
    [InlineData("self", true, "the page itself")]
    [InlineData(null, true, "a program that is no browser")]
    public async Task APagesConnectionIsItsOwn(string? origin, bool open, string why)
    {
        using var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin == "self" ? scene.Root.GetLeftPart(UriPartial.Authority) : origin);
        }

        var address = new UriBuilder(new Uri(scene.Root, "/_blazor")) { Scheme = "ws" }.Uri;
        if (open)
        {
            await socket.ConnectAsync(address, Token);
            Assert.True(socket.State == WebSocketState.Open, why);
            return;
        }

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, Token));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NorIsItNegotiatedFromElsewhere()
    {
        using var visitor = scene.Visitor();
        foreach (var (name, value, why) in Marks)
        {
            using var answer = await visitor.PostAsync("/_blazor/negotiate?negotiateVersion=1", new StringContent(""), Token, (name, value));
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{why}: {answer.StatusCode}");
        }

        using var own = await visitor.PostAsync("/_blazor/negotiate?negotiateVersion=1", new StringContent(""), Token, ("Origin", scene.Root.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    private async Task<string> TokenOfAnotherAsync()
    {
        using var other = scene.Visitor();
        return await other.TokenAsync("/sign-in", Token);
    }
}
