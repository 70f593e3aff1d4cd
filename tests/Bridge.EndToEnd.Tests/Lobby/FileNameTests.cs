using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>No name that somebody makes up leads to a file: files that are given out are named by the product, and what looks like a way to another is refused.</summary>
[Collection(LobbyScenes.Name)]
public sealed partial class FileNameTests(LobbyScene scene, ITestOutputHelper output)
{
    private static readonly string[] Targets = ["etc/passwd", "site.json", "journal.db", "accounts.db", "person-keys.db", "users.json"];

    private static readonly string[] Ways =
    [
        "../", "..%2f", "..%5c", "%2e%2e%2f", "%2e%2e/", "..%252f", "....//", "..;/", "/", "%2f", "//", "%00/", "..%c0%af", "..%ef%bc%8f", "file:///", "%5c%5c127.0.0.1%5cshare%5c", "C:%5c", "~/", "./%2e%2e/", "%2e%2e%5c%2e%2e%5c",
        "..%00/", "%u002e%u002e/", "/proc/self/cwd/", "..%09/", "\u2025/",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NoPathLeadsToAFile()
    {
        var inner = Path.GetDirectoryName(scene.Installation.Journal)!.TrimStart('/');
        string[] names = [.. from way in Ways from target in Targets select $"{way}{way}{way}{way}{target}", .. Targets.Select(target => $"/{inner}/{target}"), .. Targets.Select(target => Uri.EscapeDataString($"/{inner}/{target}"))];
        Assert.True(names.Length >= 150, $"{names.Length}");
        var tried = 0;
        foreach (var place in (string[])["records/{0}", "records/{0}/export", "records/visitor-log/export?format=Csv&purpose=Audit&number={0}", "journal/{0}", "register/{0}", "register/members/{0}", "../../_content/Bridge.Console/{0}", "../../_framework/{0}", "../../{0}"])
        {
            foreach (var name in names)
            {
                var (status, type, body) = await FetchAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, place, name));
                Assert.True((int)status < 500, $"{place} {name}: {status}");
                Assert.True(!Inside().IsMatch(body), $"{place} {name}: {status} {type} gives a file");
                tried++;
            }
        }

        output.WriteLine($"{tried} addresses with {names.Length} ways to {Targets.Length} files: none was given");
    }

    [Theory]
    [InlineData("records/visitor-log/export?purpose=Audit&format=Csv", "visitor log")]
    [InlineData("records/duty-log/export?purpose=Audit&format=Xlsx", "duty log")]
    public async Task AFileIsNamedByTheProduct(string path, string why)
    {
        foreach (var wish in (string[])["", "&name=../../x", "&file=%2e%2e%2fx", "&filename=..%5cx.exe", "&lang=..%2f..%2fx", "&lang=%0d%0aX-Made-Up:1"])
        {
            using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = await CookiesAsync() });
            using var answer = await client.GetAsync(new Uri(scene.Installation.Api, path + wish), Token);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{why} {wish}: {answer.StatusCode}");
                continue;
            }

            // The title of the form as the procedure writes it, and the month.
            Assert.Matches(@"^[\p{L}\p{Ps}\p{Pe} _]*\d{4}-\d{2}\.(csv|xlsx)$", answer.Content.Headers.ContentDisposition!.FileNameStar);
            Assert.False(answer.Headers.Contains("X-Made-Up"));
        }
    }

    [Fact]
    public async Task WhatIsLookedForIsFound()
    {
        Assert.Matches(Inside(), await File.ReadAllTextAsync("/etc/passwd", Token));
        Assert.Matches(Inside(), await File.ReadAllTextAsync(scene.Installation.SiteFile, Token));
        await using var journal = new FileStream(scene.Installation.Journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var head = new byte[64];
        await journal.ReadExactlyAsync(head, Token);
        Assert.Matches(Inside(), Encoding.Latin1.GetString(head));
    }

    // Uri would tidy the address up; a raw one goes to the wire as it is written.
    private async Task<(HttpStatusCode Status, string? Type, string Body)> FetchAsync(string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = await CookiesAsync(), AllowAutoRedirect = false });
        var whole = new Uri($"{scene.Installation.Api}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var answer = await client.GetAsync(whole, Token);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(Token)));
    }

    private async Task<CookieContainer> CookiesAsync()
    {
        var cookies = new CookieContainer();
        foreach (var cookie in (await scene.PersonAsync("audit", Token)).Cookies)
        {
            cookies.Add(scene.Installation.Api, new Cookie(cookie.Name, cookie.Value, "/"));
        }

        return cookies;
    }

    // A line of the users of this machine, a database, the site file, the demo's passwords.
    [GeneratedRegex("""root:x:0:0|SQLite format 3|"lobby-main-lock"|"authenticatorKey"|"password"\s*:""")]
    private static partial Regex Inside();
}
