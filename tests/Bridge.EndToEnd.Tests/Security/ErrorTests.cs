using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>Requests that make no sense: the running product says so and shows nothing of its inside.</summary>
[Collection(GuardedScenes.Name)]
public sealed partial class ErrorTests(GuardedScene scene)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Dictionary<string, (HttpMethod Method, string Path, HttpContent? Content)> Table { get; } = new()
    {
        ["no such page"] = (HttpMethod.Get, "/no/such/page", null),
        ["a broken escape"] = (HttpMethod.Get, "/%ff%fe%00", null),
        ["a path out of the root"] = (HttpMethod.Get, "/..%2f..%2f..%2fetc%2fpasswd", null),
        ["a path out of the static files"] = (HttpMethod.Get, "/_content/Bridge.Console/..%5c..%5cappsettings.json", null),
        ["a form without its kind"] = (HttpMethod.Post, "/sign-in", new ByteArrayContent([0, 1, 2])),
        ["JSON for a form"] = (HttpMethod.Post, "/sign-in", Json("{}")),
        ["a form that nobody knows"] = (HttpMethod.Post, "/sign-in", PageVisitor.Form("no-such-form", "x", [])),
        ["a form without a name"] = (HttpMethod.Post, "/sign-in", new FormUrlEncodedContent([new("name", "x")])),
        ["a broken multipart form"] = (HttpMethod.Post, "/sign-in", Multipart()),
        ["a thousand fields and one"] = (HttpMethod.Post, "/sign-in", new FormUrlEncodedContent(Enumerable.Range(0, 1100).Select(number => new KeyValuePair<string, string>($"f{number}", "x")))),
        ["a field longer than a form may be"] = (HttpMethod.Post, "/sign-in", PageVisitor.Form("password", "x", [("password", new string('x', 1_100_000))])),
        ["a page that takes no form"] = (HttpMethod.Post, "/", PageVisitor.Form("x", "x", [])),
        ["a body larger than anything needs"] = (HttpMethod.Post, "/api/v1/session", Json($"{{\"name\":\"{new string('x', 2_000_000)}\"}}")),
        ["JSON deeper than anything needs"] = (HttpMethod.Post, "/api/v1/session", Json(string.Concat(Enumerable.Repeat("[", 5000)))),
        ["JSON that ends early"] = (HttpMethod.Post, "/api/v1/session", Json("{\"name\":")),
        ["a member twice over"] = (HttpMethod.Post, "/api/v1/session", Json("""{ "name": "a", "name": "b", "password": [] }""")),
        ["a name with a zero in it"] = (HttpMethod.Post, "/api/v1/session", Json("""{ "name": "a\u0000b", "password": "\ud800" }""")),
        ["SQL for a name"] = (HttpMethod.Post, "/api/v1/session", Json("""{ "name": "' OR 1=1 --", "password": "'; DROP TABLE AspNetUsers; --" }""")),
        ["a number where there is a date"] = (HttpMethod.Get, "/api/v1/records/visitor-log?from=1e99", null),
        ["a method that is none"] = (new HttpMethod("BREW"), "/sign-in", null),
        ["TRACE"] = (HttpMethod.Trace, "/", null),
    };

    public static TheoryData<string> Rows => [.. Table.Keys];

    [Theory, MemberData(nameof(Rows))]
    public async Task NothingOfTheInsideIsShown(string why)
    {
        var (method, path, content) = Table[why];
        using var visitor = scene.Visitor();
        using var request = new HttpRequestMessage(method, path) { Content = content is null ? null : Copy(content) };
        HttpStatusCode status;
        string body;
        try
        {
            using var answer = await visitor.SendAsync(request, Token);
            (status, body) = (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
        }
        catch (HttpRequestException cut) when (cut.InnerException is IOException or SocketException)
        {
            // The service answers before it has read a body that is too large, and closes.
            return;
        }

        Assert.True((int)status is >= 200 and < 500, $"{why}: {status}");
        Assert.True(Inside(body) is null, $"{why}: {Inside(body)}");
        Assert.True(await visitor.SessionStatusAsync(Token) == HttpStatusCode.Unauthorized, why);
    }

    [Theory]
    [InlineData("System.NullReferenceException: Object reference", "an exception")]
    [InlineData("   at Bridge.Host.WebShell.Build() in /src/WebShell.cs:line 3", "a line of a stack")]
    [InlineData("SQLite Error 1: 'no such table: Users'", "the storage")]
    [InlineData("could not open /var/lib/accessbridge/accounts.db", "a path")]
    public void WhatIsLookedForIsFound(string body, string why) => Assert.True(Inside(body) is not null, why);

    /// <summary>What no client library lets through: written to the wire by hand.</summary>
    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "two hosts")]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "no host")]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "a host that is none")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", "two lengths")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", "an encoding that is none")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", "less than nothing")]
    [InlineData("GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n", "a control character in the path")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", "a folded header")]
    [InlineData("GET http:// HTTP/9.9\r\n\r\n", "no version of this world")]
    [InlineData("\u0016\u0003\u0001\u0000\u0005hello\r\n\r\n", "TLS where there is none")]
    public async Task BrokenRequestsAreRefused(string request, string why)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(scene.Root.Host, scene.Root.Port, Token);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Token);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var first = await reader.ReadLineAsync(Token).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.True(first is null || first.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || first.StartsWith("HTTP/1.1 505", StringComparison.Ordinal), $"{why}: {first}");
    }

    private static string? Inside(string body) => Inner().Match(body) is { Success: true } found ? found.Value : null;

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static StringContent Multipart()
    {
        var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"_handler\"\r\n\r\npassw");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        return content;
    }

    // A request disposes of its content, and the table has each once.
    private static ByteArrayContent Copy(HttpContent content)
    {
        using var buffer = new MemoryStream();
        content.CopyTo(buffer, null, CancellationToken.None);
        var copy = new ByteArrayContent(buffer.ToArray());
        copy.Headers.ContentType = content.Headers.ContentType;
        return copy;
    }

    [GeneratedRegex(@"\bat [A-Z]\w+(\.\w+)+\(|\w+Exception\b|SQLite|AspNetUsers|/(home|root|tmp|var|usr|src)/|\.cs:line|\.dll\b")]
    private static partial Regex Inner();
}
