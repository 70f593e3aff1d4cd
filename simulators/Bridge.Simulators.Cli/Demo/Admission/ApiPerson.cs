using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bridge.Simulators.Cli.Demo.Admission;

/// <summary>Somebody of the staff, signed in at the product's own API as one of the demo's users.</summary>
internal sealed class ApiPerson : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private string token = "";

    private ApiPerson(int port) => client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{port}/api/v1/"),
    };

    /// <summary>What this person's browser would send along.</summary>
    public IEnumerable<Cookie> Cookies => cookies.GetCookies(client.BaseAddress!);

    public static async Task<ApiPerson> SignInAsync(DemoSite site, string name, CancellationToken cancellationToken)
    {
        var users = JsonNode.Parse(await File.ReadAllTextAsync(site.Users, cancellationToken))!.AsArray();
        var user = users.Single(one => one!["name"]!.GetValue<string>() == name)!;
        var person = new ApiPerson(site.HttpPort);
        await person.OpenAsync("session", new JsonObject { ["name"] = name, ["password"] = user["password"]!.GetValue<string>() }, cancellationToken);
        if (user["authenticatorKey"]?.GetValue<string>() is { } key)
        {
            await person.OpenAsync("session/second-factor", new JsonObject { ["code"] = OneTimeCode.Of(key, TimeProvider.System.GetUtcNow()) }, cancellationToken);
        }

        return person;
    }

    public Task<ApiAnswer> DoAsync(string path, JsonObject? body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, body ?? [], cancellationToken);

    public Task<ApiAnswer> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, cancellationToken);

    public void Dispose() => client.Dispose();

    private async Task OpenAsync(string path, JsonObject body, CancellationToken cancellationToken)
    {
        var answer = await DoAsync(path, body, cancellationToken);
        token = answer.IsGranted && answer.Body?["csrfToken"]?.GetValue<string>() is { } given
            ? given
            : throw new InvalidOperationException($"Nobody can sign in: {path} answered {answer.Refusal}.");
    }

    private async Task<ApiAnswer> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        }

        if (token.Length > 0)
        {
            request.Headers.Add("X-CSRF-Token", token);
        }

        using var response = await client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new ApiAnswer(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
