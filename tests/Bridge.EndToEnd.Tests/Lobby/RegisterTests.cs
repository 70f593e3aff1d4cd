using System.Net;
using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>Single changes of the register over HTTP: who may make which, what is refused, and what is known of them afterwards.</summary>
[Collection(LobbyScenes.Name)]
public sealed class RegisterTests(LobbyScene scene, ITestOutputHelper output)
{
    private static readonly string[] Users = ["la", "tl", "sup", "gate", "pat", "ccr", "off", "fd", "admin", "audit"];

    /// <summary>Written out from the procedure's "who may do what"; rows and households that do not exist, so that nothing is changed.</summary>
    private static readonly (HttpMethod Method, string Path, JsonObject? Body, string Roles)[] Acts =
    [
        .. ((string[])["households", "members", "leaders", "badges", "passes", "tours", "stations", "duty"]).SelectMany(Of),
        (HttpMethod.Put, "register/households/nowhere/clearance", new() { ["throughControlRoom"] = true }, "sup ccr"),
        (HttpMethod.Post, "register/households/nowhere/reason/reveal", [], "sup ccr"),
        (HttpMethod.Post, "register/members/nobody/reason/reveal", [], "sup ccr"),
        (HttpMethod.Get, "register/changes", null, "sup off audit"),
        (HttpMethod.Get, "erasures", null, "sup off fd audit"),
        (HttpMethod.Post, "erasures", new() { ["records"] = new JsonArray("VL-202601-9999"), ["ground"] = "request" }, "sup off fd"),
        (HttpMethod.Post, "erasures/none/carry-out", [], "audit"),
        (HttpMethod.Post, "erasures/none/decline", [], "audit"),
        (HttpMethod.Post, "restrictions", new() { ["records"] = new JsonArray("VL-202601-9999") }, "audit"),
        (HttpMethod.Get, "retention", null, "sup off audit"),
        (HttpMethod.Post, "records/VL-202601-9999/amend", new() { ["reason"] = "x", ["name"] = "y" }, "la tl"),
        (HttpMethod.Post, "records/VL-202601-9999/unmask", new() { ["reason"] = "callBack" }, "la tl sup gate ccr off fd"),
        (HttpMethod.Get, "lobbies/a/tours", null, "la tl"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_role_changes_what_is_its_own_and_nothing_else()
    {
        var cells = 0;
        foreach (var user in Users)
        {
            foreach (var (method, path, body, roles) in Acts)
            {
                cells++;
                var (status, answer) = await scene.SendAsync(method, user, path, body?.DeepClone(), Token);
                Assert.True(roles.Split(' ').Contains(user) == (status != HttpStatusCode.Forbidden), $"{user} {method} {path}: {status} {answer?.ToJsonString()}");
            }
        }

        output.WriteLine($"{cells} cells, each as the procedure says");
    }

    [Fact]
    public async Task A_household_moves_in_is_found_and_moves_out()
    {
        await DoAsync(HttpMethod.Put, "off", "register/households/A-0777", new() { ["lobby"] = "a", ["children_may_answer"] = "no" }, HttpStatusCode.Created);
        await DoAsync(HttpMethod.Put, "off", "register/stations/A-0777/1", new() { ["number"] = "0777" }, HttpStatusCode.Created);
        var member = new JsonObject { ["unit"] = "A-0777", ["name"] = "蒋依依", ["kind"] = "owner", ["barred"] = "yes", ["barred_reason"] = "court order" };
        await DoAsync(HttpMethod.Put, "off", "register/members/m-0777-1", member, HttpStatusCode.Created);
        await DoAsync(HttpMethod.Put, "off", "register/members/m-0777-1", Without(member, "barred_reason"), HttpStatusCode.OK);
        var row = await scene.GetAsync("off", "register/members/m-0777-1", Token);
        Assert.Equal(("蒋依依", "yes", (string?)null), (row["columns"]!["name"]!.GetValue<string>(), row["columns"]!["barred"]!.GetValue<string>(), (string?)row["columns"]!["barred_reason"]));
        Assert.Equal("court order", (await scene.DoAsync("ccr", "register/members/m-0777-1/reason/reveal", null, Token))["reason"]!.GetValue<string>());
        Assert.Contains((await scene.GetAsync("la", "lobbies/a/directory?text=A-0777", Token)).AsArray(), found => found!["unit"]!.GetValue<string>() == "A-0777");
        Assert.Single((await scene.GetAsync("off", "register/members?text=依依", Token)).AsArray());

        await DoAsync(HttpMethod.Post, "off", "register/members/m-0777-1/end", new() { ["lastDay"] = "2020-01-01" }, HttpStatusCode.OK);
        Assert.DoesNotContain((await scene.GetAsync("la", "lobbies/a/directory?text=A-0777", Token)).AsArray(), found => found!["unit"]!.GetValue<string>() == "A-0777");
        await DoAsync(HttpMethod.Delete, "off", "register/households/A-0777", null, HttpStatusCode.Conflict, "register_conflict");
        await DoAsync(HttpMethod.Delete, "off", "register/members/m-0777-1", null, HttpStatusCode.NoContent);
        await DoAsync(HttpMethod.Delete, "off", "register/households/A-0777", null, HttpStatusCode.NoContent);
        await DoAsync(HttpMethod.Get, "off", "register/households/A-0777", null, HttpStatusCode.NotFound);

        var changes = (await scene.GetAsync("audit", "register/changes?list=members&actor=demo-off", Token)).AsArray();
        Assert.Equal(["removed", "changed"], changes.Take(2).Select(change => change!["act"]!.GetValue<string>()));
        Assert.DoesNotContain("依依", changes.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("households/A-0778", """{"lobby":"nowhere"}""", "lobby", "a lobby that the site does not have")]
    [InlineData("households/A-0778", """{"lobby":"a","unit":"A-0779"}""", "unit", "another row than the address")]
    [InlineData("households/A-0778", """{"lobby":"a","colour":"red"}""", "colour", "no such column")]
    [InlineData("members/m-1", """{"unit":"Z-1","name":"x"}""", "unit", "no such unit")]
    [InlineData("members/m-1", """{"unit":"A-1203"}""", "name", "nobody has no name")]
    [InlineData("members/m-1", """{"unit":"A-1203","name":"x","moved_in":"2026-13-01"}""", "moved_in", "no such month")]
    [InlineData("passes/P-1", """{"type":"milk","holder":"x","lobbies":"a;z","valid_from":"2026-01-01","valid_until":"2026-12-31"}""", "lobbies", "one of two lobbies is none")]
    [InlineData("badges/9", """{"name":"x","department":"y","status":"eaten"}""", "status", "no such state")]
    [InlineData("stations/A-1203/10", """{"number":"1"}""", "order", "ten stations")]
    public async Task What_is_wrong_is_said_by_its_column(string path, string row, string column, string why)
    {
        var (status, answer) = await scene.SendAsync(HttpMethod.Put, "off", $"register/{path}", JsonNode.Parse(row), Token);
        Assert.True(status == HttpStatusCode.BadRequest && answer!["code"]!.GetValue<string>() == "row", $"{why}: {status} {answer?.ToJsonString()}");
        Assert.True(answer!["errors"]!.AsArray().Any(error => error!["column"]?.GetValue<string>() == column), $"{why}: {answer.ToJsonString()}");
    }

    [Fact]
    public async Task The_office_keeps_households_and_does_not_say_which_way_they_are_asked()
    {
        var special = new JsonObject { ["lobby"] = "a", ["route"] = "controlRoom" };
        await DoAsync(HttpMethod.Put, "off", "register/households/A-0903", special, HttpStatusCode.Forbidden, "not-permitted");
        await DoAsync(HttpMethod.Put, "off", "register/households/A-0903", new() { ["lobby"] = "a", ["reason"] = "x" }, HttpStatusCode.Forbidden, "not-permitted");
        await DoAsync(HttpMethod.Put, "sup", "register/households/A-0903/clearance", new() { ["throughControlRoom"] = true, ["reason"] = "quiet please" }, HttpStatusCode.OK);
        await DoAsync(HttpMethod.Put, "off", "register/households/A-0903", new() { ["lobby"] = "a", ["children_may_answer"] = "yes" }, HttpStatusCode.OK);
        Assert.Equal("controlRoom", (await scene.GetAsync("off", "register/households/A-0903", Token))["columns"]!["route"]!.GetValue<string>());
        Assert.Equal("quiet please", (await scene.DoAsync("ccr", "register/households/A-0903/reason/reveal", null, Token))["reason"]!.GetValue<string>());
        await DoAsync(HttpMethod.Put, "ccr", "register/households/A-0903/clearance", new() { ["throughControlRoom"] = false }, HttpStatusCode.OK);
        Assert.Null((await scene.DoAsync("ccr", "register/households/A-0903/reason/reveal", null, Token))["reason"]);
        Assert.Contains((await scene.GetAsync("audit", "register/changes?list=households&actor=demo-ccr", Token)).AsArray(), change => change!["act"]!.GetValue<string>() == "reasonRevealed");
    }

    [Fact]
    public async Task A_pass_is_issued_by_who_asks_and_withdrawn()
    {
        var row = new JsonObject { ["type"] = "cleaning", ["holder"] = "余洁", ["lobbies"] = "a", ["valid_from"] = "2026-01-01", ["valid_until"] = "2036-01-01", ["issuer"] = "somebody-else" };
        await DoAsync(HttpMethod.Put, "off", "register/passes/P-0900", row, HttpStatusCode.Created);
        Assert.Equal("demo-off", (await scene.GetAsync("off", "register/passes/P-0900", Token))["columns"]!["issuer"]!.GetValue<string>());
        await DoAsync(HttpMethod.Post, "off", "register/passes/p-0900/end", [], HttpStatusCode.OK);
        var id = await scene.OpenCaseAsync("passHolder", Token);
        var refused = await scene.DoAsync("la", $"cases/{id}/pass", new JsonObject { ["number"] = "P-0900" }, Token);
        Assert.Equal("pass_withdrawn", refused["refused"]!.GetValue<string>());
    }

    /// <summary>The list that was imported before the start, and a row that the office puts in while it runs.</summary>
    [Fact]
    public async Task The_desk_knows_the_registers_tours_and_what_became_of_them()
    {
        Assert.True(await TourIsAsync("T-1", tour => tour["left"]!.GetValue<int>() == 12 && tour["group"]!.GetValue<string>() == "春田小学"), scene.Output);
        Assert.DoesNotContain((await ToursAsync()), tour => tour!["id"]!.GetValue<string>() == "T-2");
        var now = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Asia/Shanghai");
        string Minute(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var row = new JsonObject
        {
            ["group"] = "夕阳红合唱团", ["leader"] = "秦老师", ["department"] = "管理处", ["lobby"] = "a", ["count"] = "5", ["from"] = Minute(now), ["until"] = Minute(now.AddHours(1)),
        };
        await DoAsync(HttpMethod.Put, "off", "register/tours/T-9", row, HttpStatusCode.Created);
        Assert.True(await TourIsAsync("T-9", tour => !tour["cancelled"]!.GetValue<bool>()), scene.Output);
        var id = await scene.OpenCaseAsync("tour", Token);
        await scene.DoAsync("la", $"cases/{id}/tour", new JsonObject { ["tour"] = "T-9", ["headCount"] = 5 }, Token);
        await scene.UntilAsync(id, "cleared", Token);

        await DoAsync(HttpMethod.Post, "off", "register/tours/T-9/end", [], HttpStatusCode.OK);
        Assert.True(await TourIsAsync("T-9", tour => tour["cancelled"]!.GetValue<bool>()), scene.Output);
        await scene.UntilAsync(id, "expired", Token);
    }

    private async Task<JsonArray> ToursAsync() => (await scene.GetAsync("la", "lobbies/a/tours", Token)).AsArray();

    private async Task<bool> TourIsAsync(string id, Func<JsonNode, bool> holds)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var clock = System.Diagnostics.Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(40); await pace.WaitForNextTickAsync(Token))
        {
            if ((await ToursAsync()).FirstOrDefault(tour => tour!["id"]!.GetValue<string>() == id) is { } found && holds(found))
            {
                return true;
            }
        }

        return false;
    }

    private async Task DoAsync(HttpMethod method, string user, string path, JsonObject? body, HttpStatusCode expected, string? code = null)
    {
        var (status, answer) = await scene.SendAsync(method, user, path, body?.DeepClone(), Token);
        Assert.True(status == expected && (code is null || answer?["code"]?.GetValue<string>() == code), $"{user} {method} {path}: {status} {answer?.ToJsonString()}");
    }

    private static JsonObject Without(JsonObject row, string column)
    {
        var less = row.DeepClone().AsObject();
        less.Remove(column);
        return less;
    }

    private static IEnumerable<(HttpMethod, string, JsonObject?, string)> Of(string list)
    {
        var path = list is "stations" or "duty" ? $"register/{list}/nothing/1" : $"register/{list}/nothing";
        return
        [
            (HttpMethod.Get, $"register/{list}", null, "off"), (HttpMethod.Get, path, null, "off"), (HttpMethod.Put, path, new JsonObject { ["no such column"] = "x" }, "off"),
            (HttpMethod.Post, $"{path}/end", [], "off"), (HttpMethod.Delete, path, null, "off"),
        ];
    }
}
