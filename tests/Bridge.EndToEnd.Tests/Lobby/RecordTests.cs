using System.Net;
using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>The kept records over HTTP: page by page, amended without losing what stood there, opened for a reason, and forgotten by two people.</summary>
[Collection(LobbyScenes.Name)]
public sealed class RecordTests(LobbyScene scene, ITestOutputHelper output)
{
    private const string First = "范进";
    private const string Right = "范近仁";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_ends_where_the_next_begins_and_a_unit_finds_its_own()
    {
        await EmployeeAsync();
        await EmployeeAsync();
        var pages = new List<string>();
        for (var after = 0L; ;)
        {
            var page = (await scene.GetAsync("sup", $"records/visitor-log?max=1&after={after}", Token)).AsArray();
            if (page.Count == 0)
            {
                break;
            }

            Assert.Single(page);
            pages.Add(page[0]!["number"]!.GetValue<string>());
            after = page[0]!["place"]!.GetValue<long>();
        }

        Assert.True(pages.Count >= 2 && pages.Distinct().Count() == pages.Count, string.Join(' ', pages));
        Assert.Empty((await scene.GetAsync("sup", "records/visitor-log?unit=no-such-unit", Token)).AsArray());
        Assert.Equal(HttpStatusCode.BadRequest, await scene.LookAsync("sup", "records/visitor-log?max=201", Token));
        output.WriteLine($"{pages.Count} records on as many pages");
    }

    [Fact]
    public async Task An_amendment_keeps_the_original_and_nobody_reads_why_in_the_journal()
    {
        const string Why = "the guard spelled Hieronymus wrongly";
        var number = await PartyRecordAsync();
        await RefusedAsync("off", $"records/{number}/amend", new() { ["reason"] = Why, ["name"] = Right }, HttpStatusCode.Forbidden, "not-permitted");
        await RefusedAsync("la", $"records/{number}/amend", new() { ["reason"] = Why }, HttpStatusCode.BadRequest, "amendment");
        await RefusedAsync("la", "records/VL-209901-0001/amend", new() { ["reason"] = Why, ["name"] = Right }, HttpStatusCode.NotFound, "not-found");
        var amended = await scene.DoAsync("la", $"records/{number}/amend", new JsonObject { ["reason"] = Why, ["name"] = Right }, Token);
        Assert.Equal("范*", amended["name"]!.GetValue<string>());
        Assert.Contains("amended", amended["changes"]!.AsArray().Select(change => change!.GetValue<string>()));

        var before = Unmaskings();
        var versions = (await scene.DoAsync("sup", $"records/{number}/unmask", new JsonObject { ["reason"] = "complaint" }, Token)).AsArray();
        Assert.Equal([First, Right], versions.Select(version => version!["fields"]!["name"]!.GetValue<string>()));
        Assert.Equal((Why, "青山消防"), (versions[1]!["fields"]!["reason"]!.GetValue<string>(), versions[1]!["fields"]!["organisation"]!.GetValue<string>()));
        Assert.Equal(before + 2, Unmaskings());
        Assert.Contains($"Security PersonUnmasked: demo-sup {number} complaint", scene.Output, StringComparison.Ordinal);
        var export = await scene.Installation.RunVerbAsync(["journal", "export"], Token);
        Assert.True(export.ExitCode == 0 && export.Output.Contains("PersonUnmasked", StringComparison.Ordinal), export.Errors);
        Assert.DoesNotContain("Hieronymus", export.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looks_a_person_up_has_a_right_to_the_record_and_a_reason()
    {
        var number = await PartyRecordAsync();
        var before = Unmaskings();
        await RefusedAsync("la", $"records/{number}/unmask", new() { ["reason"] = "complaint" }, HttpStatusCode.Forbidden, "call-back-only");
        await RefusedAsync("audit", $"records/{number}/unmask", new() { ["reason"] = "complaint" }, HttpStatusCode.Forbidden, "not-permitted");
        await RefusedAsync("pat", $"records/{number}/unmask", new() { ["reason"] = "complaint" }, HttpStatusCode.Forbidden, "not-permitted");
        await RefusedAsync("sup", $"records/{number}/unmask", new() { ["reason"] = "out of curiosity" }, HttpStatusCode.BadRequest, "malformed");
        Assert.Equal(before, Unmaskings());
        var versions = (await scene.DoAsync("la", $"records/{number}/unmask", new JsonObject { ["reason"] = "callBack" }, Token)).AsArray();
        Assert.Equal(First, versions[0]!["fields"]!["name"]!.GetValue<string>());
        Assert.Equal("范*", (await scene.GetAsync("audit", $"records/{number}", Token))["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task One_asks_another_forgets_and_the_chain_still_verifies()
    {
        var (kept, gone) = (await PartyRecordAsync(), await PartyRecordAsync());
        await RefusedAsync("off", "erasures", new() { ["records"] = new JsonArray("VL-209901-0001"), ["ground"] = "request" }, HttpStatusCode.NotFound, "not-found");
        var wish = await scene.DoAsync("off", "erasures", new JsonObject { ["records"] = new JsonArray(gone), ["ground"] = "request" }, Token);
        var id = wish["id"]!.GetValue<string>();
        await RefusedAsync("off", $"erasures/{id}/carry-out", [], HttpStatusCode.Forbidden, "not-permitted");
        Assert.Contains((await scene.GetAsync("audit", "erasures", Token)).AsArray(), one => one!["id"]!.GetValue<string>() == id);
        var first = await scene.DoAsync("audit", $"erasures/{id}/carry-out", null, Token);
        Assert.Equal((1, 0), (first["asked"]!.GetValue<int>(), first["restricted"]!.GetValue<int>()));
        var erased = await scene.GetAsync("sup", $"records/{gone}", Token);
        Assert.Equal(("erased", (string?)null, "governmentOfficer"), (erased["person"]!.GetValue<string>(), (string?)erased["name"], erased["category"]!.GetValue<string>()));
        var versions = (await scene.DoAsync("sup", $"records/{gone}/unmask", new JsonObject { ["reason"] = "ownRequest" }, Token)).AsArray();
        Assert.All(versions, version => Assert.Null(version!["fields"]));

        var again = await scene.DoAsync("sup", "erasures", new JsonObject { ["records"] = new JsonArray(gone), ["ground"] = "request" }, Token);
        var second = await scene.DoAsync("audit", $"erasures/{again["id"]}/carry-out", null, Token);
        Assert.Equal(first["asked"]!.GetValue<int>(), second["asked"]!.GetValue<int>());
        Assert.Equal("kept", (await scene.GetAsync("sup", $"records/{kept}", Token))["person"]!.GetValue<string>());
        var verified = await scene.Installation.RunVerbAsync(["journal", "verify"], Token);
        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.Contains("PersonErased", Kinds());
    }

    [Fact]
    public async Task What_a_law_keeps_is_shown_to_nobody_and_not_forgotten()
    {
        var number = await PartyRecordAsync();
        await RefusedAsync("audit", "restrictions", new() { ["records"] = new JsonArray(number), ["until"] = "2099-01-01T00:00:00Z" }, HttpStatusCode.BadRequest, "restriction");
        await scene.DoAsync("audit", "restrictions", new JsonObject { ["records"] = new JsonArray(number), ["until"] = TimeProvider.System.GetUtcNow().AddDays(30).ToString("O") }, Token);
        Assert.Equal("restricted", (await scene.GetAsync("sup", $"records/{number}", Token))["person"]!.GetValue<string>());
        var wish = await scene.DoAsync("fd", "erasures", new JsonObject { ["records"] = new JsonArray(number), ["ground"] = "request" }, Token);
        Assert.Equal(1, (await scene.DoAsync("audit", $"erasures/{wish["id"]}/carry-out", null, Token))["restricted"]!.GetValue<int>());
        var retention = (await scene.GetAsync("audit", "retention", Token)).AsArray().Single(row => row!["class"]!.GetValue<string>() == "visitorIdentity")!;
        Assert.True(retention["restricted"]!.GetValue<int>() >= 1 && retention["keptDays"]!.GetValue<double>() == 90 && retention["nextErasure"] is not null, retention.ToJsonString());
        await scene.DoAsync("audit", "restrictions", new JsonObject { ["records"] = new JsonArray(number) }, Token);
        Assert.Equal("kept", (await scene.GetAsync("sup", $"records/{number}", Token))["person"]!.GetValue<string>());
        Assert.Contains("PersonRestricted", Kinds());
    }

    [Fact]
    public async Task A_completion_adds_and_corrects_and_keeps_what_it_does_not_name()
    {
        var id = await scene.OpenCaseAsync("governmentOfficer", Token);
        await scene.DoAsync("la", $"cases/{id}/party", new JsonObject { ["name"] = First, ["organisation"] = "青山消防", ["purpose"] = "检查" }, Token);
        await scene.DoAsync("la", $"cases/{id}/refuse", null, Token);
        await scene.DoAsync("la", $"cases/{id}/record", new JsonObject { ["name"] = Right, ["phone"] = "13812345678" }, Token);
        var number = (await scene.RecordsAsync("visitor-log", id, Token)).Single()["number"]!.GetValue<string>();
        var last = (await scene.DoAsync("sup", $"records/{number}/unmask", new JsonObject { ["reason"] = "complaint" }, Token)).AsArray().Last()!["fields"]!;
        Assert.Equal(
            (Right, "青山消防", "检查", "13812345678"),
            (last["name"]!.GetValue<string>(), last["organisation"]!.GetValue<string>(), last["purpose"]!.GetValue<string>(), last["phone"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_completion_does_not_take_an_amendment_back()
    {
        var id = await scene.OpenCaseAsync("governmentOfficer", Token);
        await scene.DoAsync("la", $"cases/{id}/party", new JsonObject { ["name"] = First, ["organisation"] = "青山消防", ["purpose"] = "检查" }, Token);
        await scene.DoAsync("la", $"cases/{id}/refuse", null, Token);
        var number = (await scene.RecordsAsync("visitor-log", id, Token)).Single()["number"]!.GetValue<string>();
        await scene.DoAsync("la", $"records/{number}/amend", new JsonObject { ["reason"] = "misheard", ["name"] = Right }, Token);
        await scene.DoAsync("la", $"cases/{id}/record", new JsonObject { ["phone"] = "13812345678" }, Token);
        var last = (await scene.DoAsync("sup", $"records/{number}/unmask", new JsonObject { ["reason"] = "complaint" }, Token)).AsArray().Last()!["fields"]!;
        Assert.Equal((Right, "13812345678"), (last["name"]!.GetValue<string>(), last["phone"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("la", "records/visitor-log/export?purpose=Audit", HttpStatusCode.Forbidden, "an assistant takes nothing along")]
    [InlineData("ccr", "records/duty-log/export?purpose=Audit", HttpStatusCode.Forbidden, "nor does the control room")]
    [InlineData("admin", "records/visitor-log/export?purpose=Audit", HttpStatusCode.Forbidden, "looks after the service")]
    [InlineData("sup", "records/visitor-log/export", HttpStatusCode.BadRequest, "without a purpose")]
    [InlineData("sup", "records/visitor-log/export?purpose=curiosity", HttpStatusCode.BadRequest, "a purpose of one's own")]
    [InlineData("sup", "records/visitor-log/export?purpose=Audit&from=yesterday", HttpStatusCode.BadRequest, "no day")]
    [InlineData("sup", "journal", HttpStatusCode.Forbidden, "the journal is the auditor's")]
    [InlineData("sup", "journal/chain", HttpStatusCode.Forbidden, "and so is its chain")]
    [InlineData("audit", "journal?max=201", HttpStatusCode.BadRequest, "too long a page")]
    [InlineData("audit", "journal/explain?subject=Case&number=999999", HttpStatusCode.NotFound, "no such case")]
    [InlineData("audit", "journal?kind=CaseMoved&max=1", HttpStatusCode.OK, "one entry")]
    public async Task The_books_are_given_to_whom_they_are_for(string user, string path, HttpStatusCode status, string why) =>
        Assert.True(await scene.LookAsync(user, path, Token) == status, why);

    private async Task EmployeeAsync()
    {
        var id = await scene.OpenCaseAsync("employee", Token);
        await scene.DoAsync("la", $"cases/{id}/badge", new JsonObject { ["number"] = "0231" }, Token);
        await scene.DoAsync("la", $"cases/{id}/likeness", new JsonObject { ["yes"] = true }, Token);
        await scene.OpensOnceAsync(id, Token);
    }

    // Somebody the desk refuses: his line is written at once.
    private async Task<string> PartyRecordAsync()
    {
        var id = await scene.OpenCaseAsync("governmentOfficer", Token);
        await scene.DoAsync("la", $"cases/{id}/party", new JsonObject { ["name"] = First, ["organisation"] = "青山消防", ["purpose"] = "检查" }, Token);
        await scene.DoAsync("la", $"cases/{id}/refuse", null, Token);
        return (await scene.RecordsAsync("visitor-log", id, Token)).Single()["number"]!.GetValue<string>();
    }

    private async Task RefusedAsync(string user, string path, JsonObject body, HttpStatusCode expected, string code)
    {
        var (status, answer) = await scene.AskAsync(user, path, body, Token);
        Assert.True((status, answer?["code"]?.GetValue<string>()) == (expected, code), $"{user} {path}: {status} {answer?.ToJsonString()}");
    }

    private int Unmaskings() => Kinds().Count(kind => kind == "PersonUnmasked");

    private IReadOnlyList<string> Kinds() => [.. JournalRows.Read(scene.Installation.Journal).Rows.Values.Select(row => row.Kind)];
}
