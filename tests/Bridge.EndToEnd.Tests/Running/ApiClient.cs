using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>A person at the API of the running product, signed in as one of the demo's users: la, tl, sup, gate, pat, ccr, off, fd, admin, audit.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();
    private readonly Uri api;

    private string password = "";

    private ApiClient(Uri api)
    {
        this.api = api;
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = api };
    }

    /// <summary>What a browser of this person sends along.</summary>
    public IEnumerable<Cookie> Cookies => cookies.GetCookies(api);

    /// <summary>What the product said of the session.</summary>
    public JsonNode Session { get; private set; } = new JsonObject();

    public static ApiClient Nobody(Installation installation) => new(installation.Api);

    /// <summary>Waits until the product has made its users, and signs in with password and code.</summary>
    public static async Task<ApiClient> SignInAsync(Installation installation, string user, CancellationToken cancellationToken)
    {
        Assert.True(await Deadline.UntilAsync(() => File.Exists(installation.Users), TimeSpan.FromSeconds(30), cancellationToken), "the product makes its users");
        var people = JsonNode.Parse(await File.ReadAllTextAsync(installation.Users, cancellationToken))!.AsArray();
        var person = people.Single(one => one!["name"]!.GetValue<string>() == user)!;
        var signed = new ApiClient(installation.Api) { password = person["password"]!.GetValue<string>() };
        await signed.OpenAsync("session", new JsonObject { ["name"] = user, ["password"] = signed.password }, cancellationToken);
        if (person["authenticatorKey"]?.GetValue<string>() is { } key)
        {
            await signed.OpenAsync("session/second-factor", new JsonObject { ["code"] = Code(key, TimeProvider.System.GetUtcNow()) }, cancellationToken);
        }

        return signed;
    }

    /// <summary>A person who was away for a while says again who he is, as a desk's page lets him, and goes on.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        var answer = await SendOnceAsync(method, path, body, cancellationToken);
        if (answer.Body is not JsonObject problem || problem["code"] is not JsonValue code || !code.TryGetValue<string>(out var text) || text != "sign-in-again")
        {
            return answer;
        }

        var again = await SendOnceAsync(HttpMethod.Post, "session/again", new JsonObject { ["password"] = password }, cancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, again.Status);
        return await SendOnceAsync(method, path, body, cancellationToken);
    }

    private async Task<(HttpStatusCode Status, JsonNode? Body)> SendOnceAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (Session["csrfToken"] is { } token)
        {
            request.Headers.Add("X-CSRF-Token", token.GetValue<string>());
        }

        if (method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        }

        using var response = await client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public Task<(HttpStatusCode Status, JsonNode? Body)> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, null, cancellationToken);

    /// <summary>The live stream, line by line.</summary>
    public async Task<StreamReader> StreamAsync(CancellationToken cancellationToken) =>
        new(await client.GetStreamAsync(new Uri("stream", UriKind.Relative), cancellationToken));

    public void Dispose() => client.Dispose();

    /// <summary>What an authenticator with this key shows.</summary>
    // RFC 6238 and 4648, apart from the product's.
    public static string Code(string base32, DateTimeOffset now)
    {
        var bits = string.Concat(base32.Select(letter => Convert.ToString(letter >= 'A' ? letter - 'A' : letter - '2' + 26, 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes(now.ToUnixTimeSeconds() / 30);
        Array.Reverse(counter);
#pragma warning disable CA5350 // What authenticators use.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var at = hash[19] & 0xf;
        var number = ((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1000000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private async Task OpenAsync(string path, JsonNode body, CancellationToken cancellationToken)
    {
        var (status, view) = await SendAsync(HttpMethod.Post, path, body, cancellationToken);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {status} {view?.ToJsonString()}");
        Session = view!;
    }
}
