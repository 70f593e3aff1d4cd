using System.Net;
using System.Text.RegularExpressions;

namespace Bridge.Console.Tests.Hosting;

/// <summary>Sends a page's forms as a browser without a script does: keeps cookies, repeats what the form hides, follows nothing.</summary>
internal sealed partial class FormReader : IDisposable
{
    private readonly HttpClient _client;

    public FormReader(Uri address) => _client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };

    public async Task<(HttpResponseMessage Answer, string Body)> GetAsync(string path, CancellationToken cancellation)
    {
        var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        return (answer, await answer.Content.ReadAsStringAsync(cancellation));
    }

    /// <summary>Opens the page, fills its only form with that name, and sends it.</summary>
    public async Task<(HttpResponseMessage Answer, string Body)> SendAsync(
        string path, string form, IEnumerable<(string Name, string Value)> fields, CancellationToken cancellation)
    {
        var (_, page) = await GetAsync(path, cancellation);
        var token = Token().Match(page);
        Assert.True(token.Success, page);
        using var content = new FormUrlEncodedContent(
            [new("_handler", form), new("__RequestVerificationToken", token.Groups[1].Value), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), content, cancellation);
        return (answer, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(cancellation)));
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
