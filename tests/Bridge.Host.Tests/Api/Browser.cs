using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Host.Tests.Api;

/// <summary>Keeps cookies and repeats the session's token, as a page would.</summary>
internal sealed class Browser(Func<TestServer> server, FakeTimeProvider time)
{
    public Dictionary<string, string> Cookies { get; } = [];

    public string? Csrf { get; set; }

    public string? Bearer { get; set; }

    public HttpResponseMessage? Last { get; private set; }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var client = server().CreateClient();
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        if (Csrf is not null)
        {
            request.Headers.Add("X-CSRF-Token", Csrf);
        }

        request.Headers.Authorization = Bearer is null ? null : new AuthenticationHeaderValue("Bearer", Bearer);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        Last = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Keep(Last);
        var text = await Last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (Last.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public Task<(HttpStatusCode Status, JsonNode? Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(string path, string body = "{}")
    {
        var answer = await SendAsync(HttpMethod.Post, path, body);
        Csrf = answer.Body is JsonObject view && view["csrfToken"] is { } token ? token.GetValue<string>() : Csrf;
        return answer;
    }

    public Task<(HttpStatusCode Status, JsonNode? Body)> GivePasswordAsync(string name, string password) =>
        PostAsync("session", new JsonObject { ["name"] = name, ["password"] = password }.ToJsonString());

    public async Task SignInAsync(Person person)
    {
        Assert.Equal(HttpStatusCode.OK, (await GivePasswordAsync(person.Name, ApiBench.Password)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GiveCodeAsync(Authenticator.Code(person.Key, time.GetUtcNow()))).Status);
    }

    public Task<(HttpStatusCode Status, JsonNode? Body)> GiveCodeAsync(string code) => PostAsync("session/second-factor", $$"""{ "code": "{{code}}" }""");

    private void Keep(HttpResponseMessage response)
    {
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            Cookies[pair[0]] = pair[1];
        }
    }
}
