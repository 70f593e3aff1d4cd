using System.Net;
using System.Text.Json.Nodes;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>Who may ask what of the running product: every role at every endpoint of the desk, both ways; and clients that do not tell the truth.</summary>
[Collection(LobbyScenes.Name)]
public sealed class RoleTests(LobbyScene scene, ITestOutputHelper output)
{
    private static readonly string[] Users = ["la", "tl", "sup", "gate", "pat", "ccr", "off", "fd", "admin", "audit"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Written out from the procedure's "who may do what", not from the product's table. Ids that do not exist: who may ask gets 404 or 409.</summary>
    private static IReadOnlyList<(string Path, JsonObject Body, string Roles)> Acts { get; } =
    [
        ("lobbies/a/cases", new() { ["door"] = "no-such-door", ["category"] = "visitor" }, "la tl"),
        ("cases/999999/category", new() { ["category"] = "visitor" }, "la tl"),
        ("cases/999999/open", new() { ["door"] = "lobby-main" }, "la tl"),
        ("cases/999999/resident", new() { ["resident"] = "x" }, "la tl"),
        ("cases/999999/household", new() { ["unit"] = "A-1203" }, "la tl"),
        ("cases/999999/visit", new() { ["visitor"] = "x", ["host"] = "y", ["unit"] = "A-1203" }, "la tl"),
        ("cases/999999/party", new() { ["name"] = "x", ["organisation"] = "y", ["purpose"] = "z" }, "la tl"),
        ("cases/999999/name", new() { ["name"] = "x" }, "la tl"),
        ("cases/999999/appearance", new() { ["yes"] = true }, "la tl"),
        ("cases/999999/heard", new() { ["yes"] = true }, "la tl"),
        ("cases/999999/badge", new() { ["number"] = "1" }, "la tl"),
        ("cases/999999/pass", new() { ["number"] = "1" }, "la tl"),
        ("cases/999999/paper", new() { ["sheet"] = "1" }, "la tl"),
        ("cases/999999/cancel", [], "la tl"),
        ("announcements", new() { ["lobby"] = "a", ["unit"] = "no-such-unit", ["visitor"] = "x", ["headCount"] = 1, ["confirmed"] = true }, "gate"),
        ("announcements/none/confirm", [], "gate"),
        ("announcements/heard", new() { ["lobby"] = "a", ["unit"] = "no-such-unit", ["visitor"] = "x", ["headCount"] = 1, ["confirmed"] = true, ["officerOnRadio"] = "y" }, "la tl"),
        ("requests/999999/acknowledge", [], "ccr off sup"),
        ("requests/999999/answer", new() { ["answer"] = "yes" }, "ccr off sup"),
        ("tours", new() { ["lobby"] = "a", ["headCount"] = 0, ["from"] = "2026-01-01T00:00:00Z", ["until"] = "2026-01-01T01:00:00Z" }, "off"),
        ("alerts/999999/acknowledge", [], "pat"),
        ("alerts/999999/finish", new() { ["result"] = "attended" }, "pat"),
        ("alerts/999999/radio", new() { ["name"] = "x" }, "la tl"),
        ("doors/no-such-door/mode", new() { ["request"] = "lockDown", ["reason"] = "drill" }, "tl sup ccr off"),
        ("alarms/999999/claim", [], "la tl gate pat ccr off"),
        ("alarms/999999/acknowledge", [], "la tl gate pat ccr off"),
        ("alarms/999999/close", new() { ["comment"] = "x" }, "tl ccr"),
        ("lobbies/a/emergency", new() { ["door"] = "no-such-door", ["reason"] = "medical" }, "la tl ccr off"),
    ];

    private static IReadOnlyList<(string Path, string Roles)> Looks { get; } =
    [
        ("cases", "la tl"), ("lobbies/a/directory?text=1203", "la tl"), ("lobbies/a/leaders", "la tl"), ("alerts", "la tl sup gate pat ccr off fd admin audit"), ("alarms", "la tl sup gate pat ccr off fd admin audit"),
        ("records/visitor-log", "la tl sup gate ccr off fd audit"), ("records/duty-log", "la tl sup ccr off audit"),
    ];

    [Fact]
    public async Task Every_role_gets_what_is_its_own_and_nothing_else()
    {
        var cells = 0;
        foreach (var user in Users)
        {
            foreach (var (path, body, roles) in Acts)
            {
                cells++;
                var (status, answer) = await scene.AskAsync(user, path, body.DeepClone(), Token);
                var permitted = !(status == HttpStatusCode.Forbidden && answer?["code"]?.GetValue<string>() == "not-permitted");
                Assert.True(roles.Split(' ').Contains(user) == permitted, $"{user} {path}: {status} {answer?.ToJsonString()}");
                Assert.True(status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.BadRequest, $"{user} {path} did something: {status}");
            }

            foreach (var (path, roles) in Looks)
            {
                cells++;
                var status = await scene.LookAsync(user, path, Token);
                Assert.True((status == HttpStatusCode.OK) == roles.Split(' ').Contains(user), $"{user} {path}: {status}");
            }
        }

        output.WriteLine($"{cells} cells, each as the procedure says");
    }

    [Fact]
    public async Task A_client_that_makes_up_its_own_evidence_gets_nothing()
    {
        var pulses = scene.Pulses;
        var id = await scene.OpenCaseAsync("selfDeclaredResident", Token);
        var (made, _) = await scene.AskAsync("la", $"cases/{id}/open", new JsonObject { ["door"] = LobbyScene.Front, ["noAnswer"] = true }, Token);
        Assert.Equal(HttpStatusCode.BadRequest, made);
        await scene.RefusedAsync("la", $"cases/{id}/open", new JsonObject { ["door"] = "lobby-back" }, "wrong_door", Token);
        await scene.RefusedAsync("la", $"cases/{id}/name", new JsonObject { ["name"] = "刘洋" }, "no_answer_proof_missing", Token);
        await scene.RefusedAsync("la", $"cases/{id}/heard", new JsonObject { ["yes"] = true }, "request_not_open", Token);
        await scene.DoAsync("la", $"cases/{id}/cancel", null, Token);
        await scene.RefusedAsync("la", $"cases/{id}/open", new JsonObject { ["door"] = LobbyScene.Front }, "case_ended", Token);
        Assert.Equal(pulses, scene.Pulses);
        Assert.Contains("Security LyingClient: demo-la", scene.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eight_keys_at_once_are_one_pulse()
    {
        var badge = new JsonObject { ["number"] = "0231" };
        const int Rounds = 5;
        await scene.LookAsync("tl", "cases", Token);
        for (var round = 0; round < Rounds; round++)
        {
            var id = await scene.OpenCaseAsync("employee", Token);
            await scene.DoAsync("la", $"cases/{id}/badge", badge.DeepClone(), Token);
            await scene.DoAsync("la", $"cases/{id}/likeness", new JsonObject { ["yes"] = true }, Token);
            var pulses = scene.Pulses;
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
                scene.AskAsync(number % 2 == 0 ? "la" : "tl", $"cases/{id}/open", new JsonObject { ["door"] = LobbyScene.Front }, Token)));
            Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
            await scene.UntilAsync(id, "notEntered", Token);
            Assert.Equal(pulses + 1, scene.Pulses);
        }

        output.WriteLine($"{Rounds} rounds of 8 presses by two people: {Rounds} pulses");
    }
}
