using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>What a request says of itself in its headers moves nothing: no other host, no other method, no other path, and no second request hidden in the first.</summary>
[Collection(GuardedScenes.Name)]
public sealed class RequestHeaderTests(GuardedScene scene)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> OtherHosts => new()
    {
        { "Host", "the host itself" }, { "X-Forwarded-Host", "a proxy's word" }, { "X-Host", "another proxy's" }, { "Forwarded", "the standard's" }, { "X-Original-Host", "a gateway's" },
    };

    [Theory, MemberData(nameof(OtherHosts))]
    public async Task NoAnswerSendsABrowserToAnotherHost(string header, string why)
    {
        foreach (var path in (string[])["/", "/desk", "/sign-in", "/sign-in?then=/desk", "/set-password", "/nothing", "/api/v1/session"])
        {
            using var visitor = scene.Visitor();
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(header, header == "Forwarded" ? "host=evil.example;proto=https" : "evil.example");
            using var answer = await visitor.SendAsync(request, Token);
            var whole = $"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync(Token)}";
            Assert.False(whole.Contains("evil.example", StringComparison.OrdinalIgnoreCase), $"{path}, {why}: {whole[..Math.Min(400, whole.Length)]}");
        }
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("X-HTTP-Method", "DELETE")]
    [InlineData("X-Method-Override", "DELETE")]
    [InlineData("X-Original-URL", "/sign-out")]
    [InlineData("X-Rewrite-URL", "/sign-out")]
    public async Task AHeaderIsNoMethodAndNoPath(string header, string value)
    {
        using var visitor = await scene.SignInAsync("gate", Token);
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
        {
            using var request = new HttpRequestMessage(method, "/api/v1/session");
            request.Headers.TryAddWithoutValidation(header, value);
            (await visitor.SendAsync(request, Token)).Dispose();
            Assert.Equal(HttpStatusCode.OK, await visitor.SessionStatusAsync(Token));
        }
    }

    [Theory]
    [InlineData("/sign-in?then=%0d%0aX-Made-Up:%201")]
    [InlineData("/sign-in?lang=%0d%0aX-Made-Up:%201")]
    [InlineData("/sign-in?then=/desk%0d%0aSet-Cookie:%20x=1")]
    [InlineData("/desk%0d%0aX-Made-Up:%201")]
    [InlineData("/desk?lang=en%0d%0aX-Made-Up:%201")]
    [InlineData("/sign-in?then=%E5%98%8A%E5%98%8DX-Made-Up:1")]
    public async Task NothingInTheAddressBecomesAHeader(string path)
    {
        using var visitor = scene.Visitor();
        using var answer = await visitor.GetAsync(path, Token);
        Assert.False(answer.Headers.Contains("X-Made-Up"), path);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("x=", StringComparison.Ordinal)), path);
    }

    /// <summary>Two ways to say where a request ends: whoever stands before the service may read it one way and the service the other. So it is no request.</summary>
    [Theory]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /nothing HTTP/1.1\r\nHost: a\r\n\r\n", "a length and chunks")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n1e\r\nGET /nothing HTTP/1.1\r\nHost: a\r\n0\r\n\r\n", "chunks and a length of nothing")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\nGET /nothing HTTP/1.1\r\nHost: a\r\n\r\n", "a blank before the colon")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\nGET /nothing HTTP/1.1\r\nHost: a\r\n\r\n", "two encodings")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nGET /nothing HTTP/1.1\r\nHost: a\r\n\r\n", "a chunk of no size")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 0, 0\r\n\r\nGET /nothing HTTP/1.1\r\nHost: a\r\n\r\n", "two lengths in one")]
    public async Task NoSecondRequestHidesInTheFirst(string request, string why)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(scene.Root.Host, scene.Root.Port, Token);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Token);
        socket.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var answers = await reader.ReadToEndAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.True(answers.Split("HTTP/1.1 ").Length - 1 <= 1, $"{why}: {answers}");
    }
}
