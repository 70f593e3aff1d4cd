using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>A whole list sent to the running product: larger than any other request, no larger than a list can be, and each error by its line.</summary>
[Collection(LobbyScenes.Name)]
public sealed class RegisterFileTests(LobbyScene scene)
{
    private const int Rows = 40_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFileOfSomeMegabytesIsTakenAndALargerOneIsNot()
    {
        var good = Encoding.UTF8.GetBytes("badge,name,department\n" + string.Concat(Enumerable.Range(0, Rows).Select(number =>
            string.Create(CultureInfo.InvariantCulture, $"N-{number:00000},Somebody {number} of the cleaning company,cleaning\n"))));
        Assert.InRange(good.Length, 2 * 1024 * 1024, 10 * 1024 * 1024);
        var (status, tried) = await SendAsync("off", "register/badges/import?dryRun=true&allowRemovals=true", good);
        Assert.Equal((HttpStatusCode.OK, Rows), (status, tried!["counts"]!["added"]!.GetValue<int>()));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync("off", "register/badges/import?dryRun=true", new byte[(10 * 1024 * 1024) + 1])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync("ccr", "register/badges/import?dryRun=true", good)).Status);
    }

    [Fact]
    public async Task AnErrorNamesItsLineAndColumnAndNothingIsWritten()
    {
        var before = (await scene.GetAsync("off", "register/leaders", Token)).AsArray().Count;
        var (status, answer) = await SendAsync("off", "register/leaders/import?allowRemovals=true", Encoding.UTF8.GetBytes("leader,name,title,valid_until\nL-1,周强,主任,2030-01-01\nL-2,吴芳,主任,soon\n"));
        var error = Assert.Single(answer!["errors"]!.AsArray())!;
        Assert.Equal((HttpStatusCode.BadRequest, 3, "valid_until"), (status, error["line"]!.GetValue<int>(), error["column"]!.GetValue<string>()));
        Assert.Equal(before, (await scene.GetAsync("off", "register/leaders", Token)).AsArray().Count);
    }

    private async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(string user, string path, byte[] csv)
    {
        var person = await scene.PersonAsync(user, Token);
        using var client = new HttpClient { BaseAddress = scene.Installation.Api };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(csv) };
        request.Headers.Add("Cookie", string.Join("; ", person.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        request.Headers.Add("X-CSRF-Token", person.Session["csrfToken"]!.GetValue<string>());
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request, Token);
        var text = await answer.Content.ReadAsStringAsync(Token);
        return (answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
