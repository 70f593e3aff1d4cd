using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Intercoms;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>The procedure's scenarios of people at the door, through the API, at the real product: counted at the simulated relay and heard at a real broker.</summary>
[Collection(LobbyScenes.Name)]
public sealed class ScenarioTests(LobbyScene scene)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S01_A_known_resident_without_her_card()
    {
        var pulses = scene.Pulses;
        scene.Installation.World.Doors[LobbyScene.Front].Reader!.PresentCard(Installation.Cards[0]);
        Assert.True(await Deadline.UntilAsync(() => scene.Pulses == pulses + 1, TimeSpan.FromSeconds(10), Token));
        Assert.True(await Deadline.UntilAsync(() => !scene.Installation.World.Doors[LobbyScene.Front].IsReleased, TimeSpan.FromSeconds(10), Token));

        var found = await scene.GetAsync("la", "lobbies/a/directory?text=0805", Token);
        var known = found.AsArray().Single()!["id"]!.GetValue<string>();
        var id = await scene.OpenCaseAsync("forgottenCard", Token);
        await scene.RefusedAsync("la", $"cases/{id}/open", new JsonObject { ["door"] = LobbyScene.Front }, "evidence_missing", Token);
        await scene.DoAsync("la", $"cases/{id}/resident", new JsonObject { ["resident"] = known }, Token);
        await scene.OpensOnceAsync(id, Token);
        Assert.Empty(await scene.RecordsAsync("visitor-log", id, Token));

        // She moved out: the directory does not offer her, and her name opens nothing.
        Assert.Empty((await scene.GetAsync("la", "lobbies/a/directory?text=0304", Token)).AsArray());
        var gone = await scene.OpenCaseAsync("forgottenCard", Token);
        await scene.RefusedAsync("la", $"cases/{gone}/resident", new JsonObject { ["resident"] = "somebody" }, "resident_not_active", Token);
    }

    [Fact]
    public async Task S02_Somebody_says_she_lives_here_and_the_unit_answers()
    {
        scene.Station.Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 1, UnlocksAfter: 1, Talks: 3));
        var id = await scene.OpenCaseAsync("selfDeclaredResident", Token);
        await scene.CallsAsync($"cases/{id}/household", new JsonObject { ["unit"] = "A-1203", ["claimedName"] = "李楠" }, Token);
        await scene.UntilAsync(id, "cleared", Token);
        await scene.OpensOnceAsync(id, Token);
        var line = Assert.Single(await scene.RecordsAsync("duty-log", id, Token));
        Assert.Equal("householdYes", line["consentKind"]!.GetValue<string>());
        Assert.Equal("A-1203", line["unit"]!.GetValue<string>());
        Assert.Empty(await scene.RecordsAsync("visitor-log", id, Token));
        Assert.DoesNotContain(scene.OfCase(id), told => told.Kind == "alertRaised");

        scene.Station.Board.Conduct("0903", new UnitConduct(UnitReaction.Refuses, After: 1));
        var refused = await scene.OpenCaseAsync("selfDeclaredResident", Token);
        await scene.CallsAsync($"cases/{refused}/household", new JsonObject { ["unit"] = "A-0903" }, Token);
        Assert.Equal("household_refused", (await scene.UntilAsync(refused, "refused", Token))["refused"]!.GetValue<string>());
        await scene.RefusedAsync("la", $"cases/{refused}/name", new JsonObject { ["name"] = "高敏" }, "case_ended", Token);
        Assert.Equal("householdRefused", Assert.Single(await scene.RecordsAsync("duty-log", refused, Token))["result"]!.GetValue<string>());
        await scene.ToldAsync(refused, "staffNotified", "\"told\":\"teamLead\"", Token);
    }

    [Fact]
    public async Task S03_Nobody_is_in_and_the_patrol_follows()
    {
        scene.Station.Board.Conduct("1502", UnitConduct.NobodyHome);
        var id = await scene.OpenCaseAsync("selfDeclaredResident", Token);
        await scene.CallsAsync($"cases/{id}/household", new JsonObject { ["unit"] = "A-1502" }, Token);
        await scene.RefusedAsync("la", $"cases/{id}/name", new JsonObject { ["name"] = "刘洋" }, "no_answer_proof_missing", Token);
        Assert.Empty((await scene.GetAsync("la", "lobbies/a/directory?text=1502", Token)).AsArray());
        Assert.Equal(2, (await scene.UntilAsync(id, "verifying", Token))["unanswered"]!.GetValue<int>());
        await scene.DoAsync("la", $"cases/{id}/name", new JsonObject { ["name"] = "刘洋" }, Token);
        await scene.RefusedAsync("la", $"cases/{id}/open", new JsonObject { ["door"] = LobbyScene.Front }, "evidence_missing", Token);
        await scene.DoAsync("la", $"cases/{id}/appearance", new JsonObject { ["yes"] = true }, Token);
        await scene.OpensOnceAsync(id, Token);

        var alert = (await scene.GetAsync("la", $"cases/{id}", Token))["alert"]!.GetValue<long>();
        await scene.RefusedAsync("pat", $"alerts/{alert}/on-scene", null, "wrong_state", Token);
        await scene.DoAsync("pat", $"alerts/{alert}/acknowledge", null, Token);
        await scene.DoAsync("pat", $"alerts/{alert}/en-route", null, Token);
        await scene.DoAsync("pat", $"alerts/{alert}/finish", new JsonObject { ["result"] = "enteredWithOwnKey" }, Token);
        var line = Assert.Single(await scene.RecordsAsync("duty-log", id, Token));
        Assert.Equal(["alertAcknowledged", "alertEnRoute", "alertDone"], line["changes"]!.AsArray().Select(change => change!.GetValue<string>()).Where(change => change.StartsWith("alert", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task S04_Nobody_is_in_and_the_name_is_not_the_one()
    {
        scene.Station.Board.Conduct("0602", UnitConduct.NobodyHome);
        var id = await scene.OpenCaseAsync("selfDeclaredResident", Token);
        await scene.CallsAsync($"cases/{id}/household", new JsonObject { ["unit"] = "A-0602" }, Token);
        await scene.UntilAsync(id, "verifying", Token);
        await scene.RefusedAsync("la", $"cases/{id}/name", new JsonObject { ["name"] = "赵军" }, "name_mismatch", Token);
        var refused = await scene.DoAsync("la", $"cases/{id}/name", new JsonObject { ["name"] = "陈军" }, Token);
        Assert.Equal(("refused", "name_mismatch"), (refused["status"]!.GetValue<string>(), refused["refused"]!.GetValue<string>()));
        Assert.DoesNotContain("杜娟", refused.ToJsonString() + string.Concat(scene.OfCase(id).Select(told => told.Payload)), StringComparison.Ordinal);
        await scene.ToldAsync(id, "alertRaised", "attend", Token);
    }

    [Fact]
    public async Task S05_A_leader_of_the_list()
    {
        var leader = (await scene.GetAsync("la", "lobbies/a/leaders", Token)).AsArray().Single()!;
        Assert.Equal("何总", leader["addressedAs"]!.GetValue<string>());
        var id = await scene.OpenCaseAsync("listedLeader", Token);
        await scene.RefusedAsync("la", $"cases/{id}/leader", new JsonObject { ["leader"] = "another" }, "leader_not_listed", Token);
        await scene.DoAsync("la", $"cases/{id}/leader", new JsonObject { ["leader"] = leader["id"]!.GetValue<string>() }, Token);
        await scene.OpensOnceAsync(id, Token);
        var line = Assert.Single(await scene.RecordsAsync("visitor-log", id, Token));
        Assert.Equal(("listedLeader", "何*"), (line["category"]!.GetValue<string>(), line["name"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("0188", true, "badge_expired", "it ran out yesterday")]
    [InlineData("0142", true, "badge_lost", "reported lost: the control room is told")]
    [InlineData("9999", true, "badge_unknown", "not in the register")]
    [InlineData("0231", false, "likeness_differs", "the picture is of somebody else")]
    [InlineData("0231", true, null, "valid, and it is he")]
    public async Task S06_An_employee_shows_a_badge(string number, bool likeness, string? refusal, string why)
    {
        var id = await scene.OpenCaseAsync("employee", Token);
        var shown = await scene.DoAsync("la", $"cases/{id}/badge", new JsonObject { ["number"] = number }, Token);
        if (shown["status"]!.GetValue<string>() == "verifying")
        {
            shown = await scene.DoAsync("la", $"cases/{id}/likeness", new JsonObject { ["yes"] = likeness }, Token);
        }

        Assert.True(shown["refused"]?.GetValue<string>() == refusal, $"{why}: {shown.ToJsonString()}");
        if (refusal is null)
        {
            await scene.OpensOnceAsync(id, Token);
            Assert.Single(await scene.RecordsAsync("visitor-log", id, Token));
            return;
        }

        Assert.Single(await scene.RecordsAsync("duty-log", id, Token));
        await scene.ToldAsync(id, "dutyLogWritten", "\"record\"", Token);
        Assert.Equal(refusal == "badge_lost", scene.OfCase(id).Any(one => one.Kind == "staffNotified" && one.Payload.Contains("\"controlRoom\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task S07_Two_people_that_the_gate_announced()
    {
        var announced = await scene.DoAsync("gate", "announcements", new JsonObject
        {
            ["lobby"] = "a", ["unit"] = "A-0602", ["visitor"] = "张伟", ["headCount"] = 2, ["confirmed"] = false,
        }, Token);
        var announcement = announced["id"]!.GetValue<string>();
        var id = await scene.OpenCaseAsync("announcedVisitor", Token);
        var here = new JsonObject { ["announcement"] = announcement, ["headCount"] = 2, ["nameAgrees"] = true };
        await scene.RefusedAsync("la", $"cases/{id}/announcement", here.DeepClone(), "announcement_not_confirmed", Token);
        await scene.DoAsync("gate", $"announcements/{announcement}/confirm", new JsonObject(), Token);
        await scene.RefusedAsync("la", $"cases/{id}/announcement", new JsonObject { ["announcement"] = announcement, ["headCount"] = 3, ["nameAgrees"] = true }, "party_too_large", Token);
        var seen = (await scene.GetAsync("la", "announcements", Token)).AsArray().Single(one => one!["id"]!.GetValue<string>() == announcement)!;
        Assert.Equal("张伟", seen["visitor"]!.GetValue<string>());
        await scene.DoAsync("la", $"cases/{id}/announcement", here.DeepClone(), Token);
        await scene.OpensOnceAsync(id, Token);
        Assert.Equal("gateAnnouncement", Assert.Single(await scene.RecordsAsync("visitor-log", id, Token))["consentKind"]!.GetValue<string>());

        var third = await scene.OpenCaseAsync("announcedVisitor", Token);
        await scene.RefusedAsync("la", $"cases/{third}/announcement", here.DeepClone(), "announcement_used", Token);
    }

    [Fact]
    public async Task S08_A_visitor_whom_nobody_announced()
    {
        scene.Station.Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 1, UnlocksAfter: 1, Talks: 3));
        var id = await scene.OpenCaseAsync("visitor", Token);
        await scene.RefusedAsync("la", $"cases/{id}/visit", Visit("王明", "李建国", "A-0903"), "host_not_there", Token);
        await scene.CallsAsync($"cases/{id}/visit", Visit("王明", "李建国", "A-1203"), Token);
        await scene.UntilAsync(id, "cleared", Token);
        await scene.OpensOnceAsync(id, Token);
        var line = Assert.Single(await scene.RecordsAsync("visitor-log", id, Token));
        Assert.Equal(("householdYes", "王*", "A-1203"), (line["consentKind"]!.GetValue<string>(), line["name"]!.GetValue<string>(), line["unit"]!.GetValue<string>()));

        scene.Station.Board.Conduct("0903", new UnitConduct(UnitReaction.Refuses, After: 1));
        var refused = await scene.OpenCaseAsync("visitor", Token);
        await scene.CallsAsync($"cases/{refused}/visit", Visit("赵丽", "高敏", "A-0903"), Token);
        await scene.UntilAsync(refused, "refused", Token);
        Assert.Equal("householdRefused", Assert.Single(await scene.RecordsAsync("visitor-log", refused, Token))["result"]!.GetValue<string>());
    }

    [Fact]
    public async Task S09_A_visitor_of_a_special_household()
    {
        var id = await scene.OpenCaseAsync("visitor", Token);
        var asked = await scene.DoAsync("la", $"cases/{id}/visit", Visit("黄先生", "钱文", "A-1801"), Token);
        Assert.Equal(("waiting", true), (asked["status"]!.GetValue<string>(), asked["throughControlRoom"]!.GetValue<bool>()));
        var request = (await scene.GetAsync("ccr", "requests", Token)).AsArray().Single(one => one!["case"]!.GetValue<long>() == id)!;
        Assert.Equal("黄先生", request["visitor"]!.GetValue<string>());
        var number = request["id"]!.GetValue<long>();
        await scene.RefusedAsync("off", $"requests/{number}/answer", new JsonObject { ["answer"] = "yes" }, "wrong_party", Token);
        await scene.DoAsync("ccr", $"requests/{number}/acknowledge", null, Token);
        await scene.DoAsync("ccr", $"requests/{number}/answer", new JsonObject { ["answer"] = "yes" }, Token);
        await scene.RefusedAsync("ccr", $"requests/{number}/answer", new JsonObject { ["answer"] = "yes" }, "request_not_open", Token);
        await scene.OpensOnceAsync(id, Token);
        Assert.Equal("controlRoomYes", Assert.Single(await scene.RecordsAsync("visitor-log", id, Token))["consentKind"]!.GetValue<string>());

        var second = await scene.OpenCaseAsync("visitor", Token);
        await scene.DoAsync("la", $"cases/{second}/visit", Visit("黄先生", "钱文", "A-1801"), Token);
        var again = (await scene.GetAsync("ccr", "requests", Token)).AsArray().Single(one => one!["case"]!.GetValue<long>() == second)!["id"]!.GetValue<long>();
        await scene.DoAsync("ccr", $"requests/{again}/answer", new JsonObject { ["answer"] = "no", ["reason"] = "she is afraid of him" }, Token);
        var view = await scene.GetAsync("la", $"cases/{second}", Token);
        Assert.Equal("refused", view["status"]!.GetValue<string>());
        Assert.DoesNotContain("afraid", view.ToJsonString() + string.Concat(scene.OfCase(second).Select(told => told.Payload)), StringComparison.Ordinal);
        Assert.DoesNotContain(scene.OfCase(id).Concat(scene.OfCase(second)), told => told.Kind.StartsWith("call", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S10_Officers_and_a_tour()
    {
        var id = await scene.OpenCaseAsync("governmentOfficer", Token);
        await scene.DoAsync("la", $"cases/{id}/party", new JsonObject { ["name"] = "周警官", ["organisation"] = "区消防大队", ["purpose"] = "inspection", ["headCount"] = 2 }, Token);
        var request = (await scene.GetAsync("off", "requests", Token)).AsArray().Single(one => one!["case"]!.GetValue<long>() == id)!["id"]!.GetValue<long>();
        await scene.DoAsync("off", $"requests/{request}/answer", new JsonObject { ["answer"] = "yes", ["headCount"] = 2 }, Token);
        await scene.OpensOnceAsync(id, Token);
        Assert.Equal("officeYes", Assert.Single(await scene.RecordsAsync("visitor-log", id, Token))["consentKind"]!.GetValue<string>());

        var now = TimeProvider.System.GetUtcNow();
        var tour = (await scene.DoAsync("off", "tours", new JsonObject
        {
            ["lobby"] = "a", ["headCount"] = 12, ["from"] = now.AddMinutes(-1).ToString("O"), ["until"] = now.AddHours(1).ToString("O"),
        }, Token))["id"]!.GetValue<string>();
        var group = await scene.OpenCaseAsync("tour", Token);
        await scene.DoAsync("la", $"cases/{group}/tour", new JsonObject { ["tour"] = tour, ["headCount"] = 12 }, Token);
        await scene.OpensOnceAsync(group, Token);
        var late = await scene.OpenCaseAsync("tour", Token);
        await scene.RefusedAsync("la", $"cases/{late}/tour", new JsonObject { ["tour"] = tour, ["headCount"] = 3 }, "party_too_large", Token);
    }

    [Fact]
    public async Task S11_Pass_holders_are_recorded_before_the_key_works()
    {
        var id = await scene.OpenCaseAsync("passHolder", Token);
        await scene.DoAsync("la", $"cases/{id}/pass", new JsonObject { ["number"] = "P-0555" }, Token);
        await scene.RefusedAsync("la", $"cases/{id}/open", new JsonObject { ["door"] = LobbyScene.Front }, "evidence_missing", Token);
        await scene.DoAsync("la", $"cases/{id}/likeness", new JsonObject { ["yes"] = true }, Token);
        var cleared = await scene.UntilAsync(id, "cleared", Token);
        var record = cleared["record"]!.GetValue<string>();
        Assert.Equal(record, Assert.Single(await scene.RecordsAsync("visitor-log", id, Token))["number"]!.GetValue<string>());
        await scene.OpensOnceAsync(id, Token);

        foreach (var (number, code) in (IReadOnlyList<(string, string)>)[("P-0433", "pass_expired"), ("P-9999", "pass_unknown")])
        {
            var other = await scene.OpenCaseAsync("passHolder", Token);
            var refused = await scene.DoAsync("la", $"cases/{other}/pass", new JsonObject { ["number"] = number }, Token);
            Assert.Equal((number, code), (number, refused["refused"]!.GetValue<string>()));
            Assert.Single(await scene.RecordsAsync("duty-log", other, Token));
        }
    }

    private static JsonObject Visit(string visitor, string host, string unit) => new() { ["visitor"] = visitor, ["host"] = host, ["unit"] = unit };
}
