using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Intercoms;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>
/// The scenarios in which a unit's indoor station is asked, at the real product, with every kind of intercom: the same is counted at the simulated relay, heard
/// at the broker and found in the journal, whatever tells of the call.
/// </summary>
[Collection(LobbyScenes.Name)]
public sealed class HouseholdScenarioTests(LobbyScene serial, ButtonScene buttons)
{
    private static readonly UnitConduct Welcomes = new(UnitReaction.Answers, After: 1, UnlocksAfter: 1, Talks: 3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(IntercomKind.Serial), InlineData(IntercomKind.Contacts)]
    public async Task S02_Somebody_says_she_lives_here_and_the_unit_answers(IntercomKind kind)
    {
        var scene = await SceneAsync(kind);
        scene.Board.Conduct("1203", Welcomes);
        var id = await scene.OpenCaseAsync("selfDeclaredResident", Token);
        await scene.RingsAsync($"cases/{id}/household", new JsonObject { ["unit"] = "A-1203", ["claimedName"] = "李楠" }, "1203", Token);
        await scene.UntilAsync(id, "cleared", Token);
        await scene.OpensOnceAsync(id, Token);
        var line = Assert.Single(await scene.RecordsAsync("duty-log", id, Token));
        Assert.Equal("householdYes", line["consentKind"]!.GetValue<string>());
        Assert.Equal("A-1203", line["unit"]!.GetValue<string>());
        Assert.Empty(await scene.RecordsAsync("visitor-log", id, Token));
        Assert.DoesNotContain(scene.OfCase(id), told => told.Kind == "alertRaised");

        var refused = await scene.OpenCaseAsync("selfDeclaredResident", Token);
        await scene.IsRefusedAsync(refused, "household", new JsonObject { ["unit"] = "A-0903" }, "0903", Token);
        Assert.Equal("household_refused", (await scene.UntilAsync(refused, "refused", Token))["refused"]!.GetValue<string>());
        await scene.RefusedAsync("la", $"cases/{refused}/name", new JsonObject { ["name"] = "高敏" }, "case_ended", Token);
        Assert.Equal("householdRefused", Assert.Single(await scene.RecordsAsync("duty-log", refused, Token))["result"]!.GetValue<string>());
        await scene.ToldAsync(refused, "staffNotified", "\"told\":\"teamLead\"", Token);
    }

    [Theory, InlineData(IntercomKind.Serial), InlineData(IntercomKind.Contacts)]
    public async Task S03_Nobody_is_in_and_the_patrol_follows(IntercomKind kind)
    {
        var scene = await SceneAsync(kind);
        var id = await NobodyInAsync(scene);
        await scene.DoAsync("la", $"cases/{id}/name", new JsonObject { ["name"] = "刘洋" }, Token);
        await scene.RefusedAsync("la", $"cases/{id}/open", new JsonObject { ["door"] = scene.Door }, "evidence_missing", Token);
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

    [Theory, InlineData(IntercomKind.Serial), InlineData(IntercomKind.Contacts)]
    public async Task S04_Nobody_is_in_and_the_name_is_not_the_one(IntercomKind kind)
    {
        var scene = await SceneAsync(kind);
        var id = await NobodyInAsync(scene);
        await scene.RefusedAsync("la", $"cases/{id}/name", new JsonObject { ["name"] = "赵军" }, "name_mismatch", Token);
        var refused = await scene.DoAsync("la", $"cases/{id}/name", new JsonObject { ["name"] = "陈军" }, Token);
        Assert.Equal(("refused", "name_mismatch"), (refused["status"]!.GetValue<string>(), refused["refused"]!.GetValue<string>()));
        Assert.DoesNotContain("刘洋", refused.ToJsonString() + string.Concat(scene.OfCase(id).Select(told => told.Payload)), StringComparison.Ordinal);
        await scene.ToldAsync(id, "alertRaised", "attend", Token);
    }

    [Theory, InlineData(IntercomKind.Serial), InlineData(IntercomKind.Contacts)]
    public async Task S08_A_visitor_whom_nobody_announced(IntercomKind kind)
    {
        var scene = await SceneAsync(kind);
        scene.Board.Conduct("1203", Welcomes);
        var id = await scene.OpenCaseAsync("visitor", Token);
        await scene.RefusedAsync("la", $"cases/{id}/visit", Visit("王明", "李建国", "A-0903"), "host_not_there", Token);
        await scene.RingsAsync($"cases/{id}/visit", Visit("王明", "李建国", "A-1203"), "1203", Token);
        await scene.UntilAsync(id, "cleared", Token);
        await scene.OpensOnceAsync(id, Token);
        var line = Assert.Single(await scene.RecordsAsync("visitor-log", id, Token));
        Assert.Equal(("householdYes", "王*", "A-1203"), (line["consentKind"]!.GetValue<string>(), line["name"]!.GetValue<string>(), line["unit"]!.GetValue<string>()));

        var refused = await scene.OpenCaseAsync("visitor", Token);
        await scene.IsRefusedAsync(refused, "visit", Visit("赵丽", "高敏", "A-0903"), "0903", Token);
        await scene.UntilAsync(refused, "refused", Token);
        Assert.Equal("householdRefused", Assert.Single(await scene.RecordsAsync("visitor-log", refused, Token))["result"]!.GetValue<string>());
    }

    [Theory, InlineData(IntercomKind.Serial), InlineData(IntercomKind.Contacts)]
    public async Task S08_The_unit_says_yes_by_word_of_mouth(IntercomKind kind)
    {
        var scene = await SceneAsync(kind);
        scene.Board.Conduct("0903", new UnitConduct(UnitReaction.Answers, After: 1, Talks: 4));
        var id = await scene.OpenCaseAsync("visitor", Token);
        await scene.RingsAsync($"cases/{id}/visit", Visit("孙浩", "高敏", "A-0903"), "0903", Token);
        await scene.ToldAsync(id, "callAnswered", "", Token);
        await scene.DoAsync("la", $"cases/{id}/heard", new JsonObject { ["yes"] = true }, Token);
        await scene.OpensOnceAsync(id, Token);
        Assert.Equal("householdYes", Assert.Single(await scene.RecordsAsync("visitor-log", id, Token))["consentKind"]!.GetValue<string>());
    }

    [Theory, InlineData(IntercomKind.Serial), InlineData(IntercomKind.Contacts)]
    public async Task A_case_that_is_called_off_rings_at_nobodys(IntercomKind kind)
    {
        var scene = await SceneAsync(kind);
        scene.Board.Conduct("1203", new UnitConduct(UnitReaction.DoesNotAnswer, UnlocksAfter: 8));
        var pulses = scene.Pulses;
        var keys = scene.Calls("callUnlockRequested");
        var id = await scene.OpenCaseAsync("selfDeclaredResident", Token);
        await scene.RingsAsync($"cases/{id}/household", new JsonObject { ["unit"] = "A-1203", ["claimedName"] = "李楠" }, "1203", Token);
        await scene.ToldAsync(id, "callRinging", "", Token);
        await scene.DoAsync("la", $"cases/{id}/cancel", null, Token);
        await scene.ToldAsync(id, "requestEnded", "refusedByDesk", Token);
        if (kind == IntercomKind.Contacts)
        {
            // Nobody can make this bell stop: the unit's key comes, and is nobody's yes any more.
            Assert.True(await Deadline.UntilAsync(() => scene.Calls("callUnlockRequested") == keys + 1, TimeSpan.FromSeconds(20), Token), scene.Output);
            await scene.ToldAsync(id, "answerIgnored", "requestNotOpen", Token);
            Assert.True(scene.Board.HangUp(LobbySite.Rear));
        }

        Assert.True(await Deadline.UntilAsync(() => scene.Board.OpenCalls.Count == 0, TimeSpan.FromSeconds(5), Token), "it still rings");
        await scene.RefusedAsync("la", $"cases/{id}/open", new JsonObject { ["door"] = scene.Door }, "case_ended", Token);
        var line = Assert.Single(await scene.RecordsAsync("duty-log", id, Token));
        Assert.Equal(("refusedByDesk", "A-1203"), (line["result"]!.GetValue<string>(), line["unit"]!.GetValue<string>()));
        Assert.Equal(pulses, scene.Pulses);
    }

    private async Task<LobbyScene> SceneAsync(IntercomKind kind)
    {
        if (kind == IntercomKind.Serial)
        {
            return serial;
        }

        await buttons.ReadyAsync();
        return buttons;
    }

    /// <summary>A case for A-1502 that nobody has answered twice; before that there is no name to type.</summary>
    private static async Task<long> NobodyInAsync(LobbyScene scene)
    {
        scene.Board.Conduct("1502", UnitConduct.NobodyHome);
        var id = await scene.OpenCaseAsync("selfDeclaredResident", Token);
        await scene.RingsAsync($"cases/{id}/household", new JsonObject { ["unit"] = "A-1502" }, "1502", Token);
        await scene.RefusedAsync("la", $"cases/{id}/name", new JsonObject { ["name"] = "刘洋" }, "no_answer_proof_missing", Token);
        Assert.Empty((await scene.GetAsync("la", "lobbies/a/directory?text=1502", Token)).AsArray());
        await scene.RingsAgainAsync(id, "1502", Token);
        Assert.Equal(2, (await scene.UntilAsync(id, "verifying", Token))["unanswered"]!.GetValue<int>());
        await scene.StopsRingingAsync();
        return id;
    }

    private static JsonObject Visit(string visitor, string host, string unit) => new() { ["visitor"] = visitor, ["host"] = host, ["unit"] = unit };
}
