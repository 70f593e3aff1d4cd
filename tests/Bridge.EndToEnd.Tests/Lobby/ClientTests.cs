using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>Another system's token looks and changes nothing: every writing endpoint that the product describes, one by one.</summary>
[Collection(LobbyScenes.Name)]
public sealed partial class ClientTests(LobbyScene scene, ITestOutputHelper output)
{
    /// <summary>Open to everybody, because nobody is signed in there yet: their own secret decides.</summary>
    private static readonly string[] Open = ["POST session", "POST accounts/first", "POST accounts/password"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_write_with_a_token_is_refused_and_told()
    {
        var made = await scene.DoAsync("admin", "clients", new JsonObject
        {
            ["name"] = "lift panel", ["scopes"] = new JsonArray("doors.read", "alerts.read", "events.read"), ["days"] = 1,
        }, Token);
        using var client = new HttpClient { BaseAddress = scene.Installation.Api };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made["token"]!.GetValue<string>());
        foreach (var path in (string[])["doors", "alerts"])
        {
            using var look = await client.GetAsync(new Uri(path, UriKind.Relative), Token);
            Assert.True(look.StatusCode == HttpStatusCode.OK, $"the control: {path} {look.StatusCode}");
        }

        var writes = await WritesAsync();
        var told = Told();
        foreach (var (method, path) in writes)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = JsonContent.Create(new JsonObject()) };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            using var answer = await client.SendAsync(request, Token);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Token)}");
        }

        Assert.True(writes.Count > 60, $"only {writes.Count} writing endpoints are described");
        Assert.True(await Running.Deadline.UntilAsync(() => Told() == told + writes.Count, TimeSpan.FromSeconds(10), Token), $"{Told() - told} security events for {writes.Count} refusals");
        output.WriteLine($"{writes.Count} writing endpoints, {writes.Count} refusals, {writes.Count} security events");
    }

    [Theory]
    [InlineData("doors.write")]
    [InlineData("cases.open")]
    [InlineData("register.write")]
    public async Task There_is_no_scope_that_writes(string scope)
    {
        var (status, _) = await scene.AskAsync("admin", "clients", new JsonObject { ["name"] = "greedy", ["scopes"] = new JsonArray(scope), ["days"] = 1 }, Token);
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private async Task<IReadOnlyList<(string Method, string Path)>> WritesAsync()
    {
        var paths = (await scene.GetAsync("admin", "openapi.json", Token))["paths"]!.AsObject();
        return
        [
            .. from path in paths
               from method in path.Value!.AsObject()
               where method.Key is "post" or "put" or "delete" or "patch"
               let address = Placeholder().Replace(path.Key["/api/v1/".Length..], "1")
               let name = method.Key.ToUpperInvariant()
               where !Open.Contains($"{name} {address}")
               select (name, address),
        ];
    }

    private int Told() => Refusal().Count(scene.Output);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("Security ForbiddenRequest: (?!demo-)")]
    private static partial Regex Refusal();
}
