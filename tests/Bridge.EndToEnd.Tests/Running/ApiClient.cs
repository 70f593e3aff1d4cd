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
        var signed = await GivePasswordAsync(installation, user, cancellationToken);
        if ((await PersonAsync(installation, user, cancellationToken))["authenticatorKey"]?.GetValue<string>() is { } key)
        {
            await signed.OpenAsync("session/second-factor", new JsonObject { ["code"] = Code(key, TimeProvider.System.GetUtcNow()) }, cancellationToken);
        }

        return signed;
    }

    /// <summary>The same without the code.</summary>
    public static async Task<ApiClient> GivePasswordAsync(Installation installation, string user, CancellationToken cancellationToken)
    {
        var signed = new ApiClient(installation.Api) { password = (await PersonAsync(installation, user, cancellationToken))["password"]!.GetValue<string>() };
        await signed.OpenAsync("session", new JsonObject { ["name"] = user, ["password"] = signed.password }, cancellationToken);
        return signed;
    }

    /// <summary>Somebody with the password that he chose, and no second factor but the desk that he sits at.</summary>
    public static async Task<ApiClient> SignInAsync(Installation installation, string user, string password, Cookie? desk, CancellationToken cancellationToken)
    {
        var signed = new ApiClient(installation.Api) { password = password };
        if (desk is not null)
        {
            signed.cookies.Add(signed.api, new Cookie(desk.Name, desk.Value, "/"));
        }

        await signed.OpenAsync("session", new JsonObject { ["name"] = user, ["password"] = password }, cancellationToken);
        return signed;
    }

    /// <summary>He says again who he is.</summary>
    public async Task SayAgainAsync(CancellationToken cancellationToken) => Assert.Equal(
        HttpStatusCode.NoContent, (await SendOnceAsync(HttpMethod.Post, "session/again", new JsonObject { ["password"] = password }, cancellationToken)).Status);

    /// <summary>A person who was away for a while says again who he is, as a desk's page lets him, and goes on.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        var answer = await SendOnceAsync(method, path, body, cancellationToken);
        if (answer.Body is not JsonObject problem || problem["code"] is not JsonValue code || !code.TryGetValue<string>(out var text) || text != "sign-in-again")
        {
            return answer;
        }

        await SayAgainAsync(cancellationToken);
        return await SendOnceAsync(method, path, body, cancellationToken);
    }

    /// <summary>What is answered at the first try.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendOnceAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
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

    private static async Task<JsonNode> PersonAsync(Installation installation, string user, CancellationToken cancellationToken)
    {
        Assert.True(await Deadline.UntilAsync(() => File.Exists(installation.Users), TimeSpan.FromSeconds(30), cancellationToken), "the product makes its users");
        return JsonNode.Parse(await File.ReadAllTextAsync(installation.Users, cancellationToken))!.AsArray().Single(one => one!["name"]!.GetValue<string>() == user)!;
    }

    private async Task OpenAsync(string path, JsonNode body, CancellationToken cancellationToken)
    {
        var (status, view) = await SendAsync(HttpMethod.Post, path, body, cancellationToken);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {status} {view?.ToJsonString()}");
        Session = view!;
    }
}
