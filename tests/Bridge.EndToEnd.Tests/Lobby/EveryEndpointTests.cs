using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>
/// Every endpoint that the running product describes, asked for by every role, by somebody whose code is still missing and by nobody. Who may is written out here
/// from the procedure's and the promises' tables, not from the product's; what stands in no row is an error. Ids are made up, so that who may ask gets nothing done.
/// </summary>
[Collection(LobbyScenes.Name)]
public sealed partial class EveryEndpointTests(LobbyScene scene, ITestOutputHelper output)
{
    private const string Everybody = "la tl sup gate pat ccr off fd admin audit";

    private static readonly string[] Lists = ["households", "members", "stations", "leaders", "badges", "passes", "tours", "duty"];

    // Whose session it is, not which post: they are tried where sessions are.
    private static readonly string[] OfTheSession = ["/session", "/session/post", "/session/again", "/session/second-factor", "/session/second-factor/key", "/session/second-factor/confirm", "/stream"];

    // With a one-time code, so without a session.
    private static readonly string[] OfNobody = ["post accounts/first", "post accounts/password"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> Table { get; } = Rows().SelectMany(row => row.Endpoints.Select(endpoint => (endpoint, row.Roles))).ToDictionary(cell => cell.endpoint, cell => cell.Roles);

    [Fact]
    public async Task IsForItsRolesAlone()
    {
        using var pending = await ApiClient.GivePasswordAsync(scene.Installation, "sup", Token);
        using var nobody = ApiClient.Nobody(scene.Installation);
        var described = await DescribedAsync();
        Assert.Equal(Table.Keys.Order(), described.Order());
        var cells = 0;
        foreach (var endpoint in described)
        {
            var refusals = new HashSet<string>();
            foreach (var user in Everybody.Split(' '))
            {
                cells++;
                var (status, answer) = await AskAsync(await scene.PersonAsync(user, Token), endpoint);
                var refused = status == HttpStatusCode.Forbidden && Code(answer) == "not-permitted";
                Assert.True(Table[endpoint].Split(' ').Contains(user) != refused, $"{user} {endpoint}: {status} {answer?.ToJsonString()}");
                Assert.True((int)status < 500 && (refused || status != HttpStatusCode.NoContent), $"{user} {endpoint}: {status}");
                if (refused)
                {
                    refusals.Add(Traced().Replace(answer!.ToJsonString(), ""));
                }
            }

            foreach (var (caller, code) in ((ApiClient, string)[])[(nobody, "not-signed-in"), (pending, "second-factor-needed")])
            {
                cells++;
                var (status, answer) = await AskAsync(caller, endpoint);
                Assert.True(status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && Code(answer) == code, $"{code} {endpoint}: {status} {answer?.ToJsonString()}");
            }

            // Whoever is refused is told the same.
            Assert.True(refusals.Count <= 1, $"{endpoint}: {string.Join('\n', refusals)}");
        }

        output.WriteLine($"{described.Count} endpoints, {cells} cells, each as the tables say");
    }

    private static (string Roles, string[] Endpoints)[] Rows() =>
    [
        // What a post sees of it is another matter: its own doors, its own tasks, its own questions, its own lines.
        (Everybody, ["get doors", "get announcements", "get requests", "get alerts", "get alarms", "get records/{number}"]),
        ("la tl", ["get cases", "get cases/{id}", "post lobbies/{lobby}/cases", "get lobbies/{lobby}/directory", "get lobbies/{lobby}/tours", "get lobbies/{lobby}/leaders",
            .. Each("post cases/{id}/", "category", "ask", "open", "hold", "host-at-door", "cancel", "refuse", "resident", "household", "visit", "party", "heard", "name", "appearance",
                "announcement", "tour", "record", "leader", "badge", "pass", "likeness", "employee", "paper"),
            "post announcements/heard", "post alerts/{id}/radio", "post records/{number}/amend"]),
        ("la tl ccr off", ["post lobbies/{lobby}/emergency"]),
        ("gate", ["post announcements", "post announcements/{id}/confirm", "post announcements/{id}/cancel"]),
        // The supervisor answers for employees alone.
        ("sup ccr off", ["post requests/{id}/acknowledge", "post requests/{id}/answer"]),
        ("off", ["post tours", "post tours/{id}/cancel", "post credentials", "post credentials/{id}/enable", "get credentials/unknown-reads", .. Lists.SelectMany(OfList)]),
        ("pat", [.. Each("post alerts/{id}/", "acknowledge", "decline", "en-route", "on-scene", "finish")]),
        ("la tl gate pat ccr off", ["post alarms/{id}/claim", "post alarms/{id}/acknowledge"]),
        ("tl ccr", ["post alarms/{id}/close"]),
        ("tl sup ccr off", ["post doors/{door}/mode", "get credentials", "post credentials/{id}/disable"]),
        ("la tl sup gate ccr off fd audit", ["get records/visitor-log"]),
        ("la tl sup ccr off audit", ["get records/duty-log"]),
        ("la tl sup gate ccr off fd", ["post records/{number}/unmask"]),
        ("sup off audit", ["get records/visitor-log/export", "get records/duty-log/export", "get retention", "get register/changes"]),
        ("sup off fd audit", ["get erasures"]),
        ("sup off fd", ["post erasures"]),
        ("audit", ["post erasures/{id}/carry-out", "post erasures/{id}/decline", "post restrictions", "get journal", "get journal/explain", "get journal/chain"]),
        ("sup ccr", ["put register/households/{key}/clearance", "post register/households/{key}/reason/reveal", "post register/members/{key}/reason/reveal"]),
        ("admin", ["get accounts", "post accounts", "put accounts/{id}/posts", .. Each("post accounts/{id}/", "disable", "enable", "second-factor-reset", "password-code"),
            "get desks", "post desks", "delete desks/{id}", "get clients", "post clients", "delete clients/{id}"]),
    ];

    private static IEnumerable<string> OfList(string list)
    {
        var row = list is "stations" or "duty" ? $"register/{list}/{{key}}/{{order}}" : $"register/{list}/{{key}}";
        return [$"get register/{list}", $"post register/{list}/import", $"get {row}", $"put {row}", $"delete {row}", $"post {row}/end"];
    }

    private static IEnumerable<string> Each(string before, params IEnumerable<string> ends) => ends.Select(end => before + end);

    private async Task<List<string>> DescribedAsync()
    {
        var paths = (await scene.GetAsync("admin", "openapi.json", Token))["paths"]!.AsObject();
        return
        [
            .. from path in paths
               let end = path.Key["/api/v1".Length..]
               where !OfTheSession.Contains(end)
               from method in path.Value!.AsObject()
               where method.Key != "parameters"
               let endpoint = $"{method.Key} {end[1..]}"
               where !OfNobody.Contains(endpoint)
               select endpoint,
        ];
    }

    private static async Task<(HttpStatusCode Status, JsonNode? Body)> AskAsync(ApiClient person, string endpoint)
    {
        var (method, path) = (endpoint.Split(' ')[0], Parameter().Replace(endpoint.Split(' ')[1], "999999"));
        JsonObject? body = method == "get" ? null : path.EndsWith("/answer", StringComparison.Ordinal) ? new() { ["answer"] = "yes" } : [];
        return await person.SendOnceAsync(new HttpMethod(method.ToUpperInvariant()), path, body, Token);
    }

    private static string? Code(JsonNode? answer) => answer is JsonObject problem ? problem["code"]?.ToString() : null;

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Traced();
}
