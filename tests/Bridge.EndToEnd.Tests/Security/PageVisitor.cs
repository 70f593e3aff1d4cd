using System.Net;
using System.Text.RegularExpressions;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>A browser without a script: keeps cookies, sends forms with what they hide, follows nothing by itself; and can leave out or forge each of these.</summary>
internal sealed partial class PageVisitor : IDisposable
{
    public const string SessionCookie = "accessbridge-session";

    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;

    /// <param name="from">The address that a proxy on this machine would tell; each has its own limit of attempts.</param>
    public PageVisitor(Uri root, string from)
    {
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = root };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
    }

    public string? Session => cookies.GetCookies(client.BaseAddress!)[SessionCookie]?.Value;

    public void Plant(string cookie, string value) => cookies.Add(client.BaseAddress!, new Cookie(cookie, value, "/"));

    public void Forget(string cookie) => cookies.GetCookies(client.BaseAddress!)[cookie]?.Expired = true;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop) => client.SendAsync(request, stop);

    public Task<HttpResponseMessage> GetAsync(string path, CancellationToken stop) => client.GetAsync(new Uri(path, UriKind.Relative), stop);

    public async Task<string> TokenAsync(string page, CancellationToken stop)
    {
        using var answer = await GetAsync(page, stop);
        var found = Token().Match(await answer.Content.ReadAsStringAsync(stop));
        Assert.True(found.Success, $"{page} has no form: {answer.StatusCode}");
        return found.Groups[1].Value;
    }

    /// <summary>Opens the page and sends its form as the page means it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string form, IEnumerable<(string Name, string Value)> fields, CancellationToken stop) =>
        await PostAsync(page, Form(form, await TokenAsync(page, stop), fields), stop);

    public Task<HttpResponseMessage> GivePasswordAsync(string name, string password, CancellationToken stop) =>
        SubmitAsync("/sign-in", "password", [("name", name), ("password", password)], stop);

    /// <summary>A form as somebody else makes it up.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent content, CancellationToken stop, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, stop);
    }

    public static FormUrlEncodedContent Form(string form, string? token, IEnumerable<(string Name, string Value)> fields) => new(
    [
        new("_handler", form),
        .. token is null ? Array.Empty<KeyValuePair<string, string>>() : [new("__RequestVerificationToken", token)],
        .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
    ]);

    /// <summary>Signed in, and at a post.</summary>
    public async Task<bool> IsSignedInAsync(CancellationToken stop)
    {
        using var answer = await GetAsync("/api/v1/doors", stop);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    public async Task<HttpStatusCode> SessionStatusAsync(CancellationToken stop)
    {
        using var answer = await GetAsync("/api/v1/session", stop);
        return answer.StatusCode;
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
