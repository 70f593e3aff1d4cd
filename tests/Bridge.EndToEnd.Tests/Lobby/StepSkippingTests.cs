using System.Net;
using System.Text.Json.Nodes;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>
/// Every way to the door at the running product with a step left out, with its steps the wrong way round, at another door, by another post, and with another
/// case's evidence: counted at the relay, none of them opens anything. The whole way does.
/// </summary>
[Collection(LobbyScenes.Name)]
public sealed class StepSkippingTests(LobbyScene scene, ITestOutputHelper output)
{
    private static readonly string[] OtherPosts = ["sup", "gate", "pat", "ccr", "off", "fd", "admin", "audit"];

    private static readonly Dictionary<string, (string Category, Func<Way, Task>[] Steps)> Ways = new()
    {
        ["a resident without her card"] = ("forgottenCard", [way => way.AtDeskAsync("resident", new() { ["resident"] = way.Resident })]),
        ["a leader"] = ("listedLeader", [way => way.AtDeskAsync("leader", new() { ["leader"] = way.Leader })]),
        ["an employee"] = ("employee", [way => way.AtDeskAsync("badge", new() { ["number"] = "0231" }), way => way.AtDeskAsync("likeness", new() { ["yes"] = true })]),
        ["a pass holder"] = ("passHolder", [way => way.AtDeskAsync("pass", new() { ["number"] = "P-0555" }), way => way.AtDeskAsync("likeness", new() { ["yes"] = true })]),
        ["an announced visitor"] = ("announcedVisitor",
            [
                way => way.AskAsync("gate", $"announcements/{way.Announcement}/confirm", new()),
                way => way.AtDeskAsync("announcement", new() { ["announcement"] = way.Announcement, ["headCount"] = 1, ["nameAgrees"] = true }),
            ]),
        ["a visitor of a special household"] = ("visitor",
            [way => way.AtDeskAsync("visit", new() { ["visitor"] = "黄先生", ["host"] = "钱文", ["unit"] = "A-1801" }), way => way.AnswerAsync("ccr")]),
        ["officers"] = ("governmentOfficer",
            [way => way.AtDeskAsync("party", new() { ["name"] = "周警官", ["organisation"] = "区消防大队", ["purpose"] = "inspection", ["headCount"] = 1 }), way => way.AnswerAsync("off")]),
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Names))]
    public async Task OnlyTheWholeWayOpens(string name)
    {
        var (category, steps) = Ways[name];
        var before = scene.Pulses;
        var tried = 0;
        for (var left = 0; left < steps.Length; left++)
        {
            tried += await FailsAsync(category, [.. steps.Where((_, number) => number != left)], $"{name} without step {left + 1}");
        }

        if (steps.Length > 1)
        {
            tried += await FailsAsync(category, [.. steps.Reverse()], $"{name}, the wrong way round");
        }

        var whole = await StartAsync(category);
        foreach (var step in steps)
        {
            await step(whole);
        }

        await scene.UntilAsync(whole.Case, "cleared", Token);
        tried += await IsRefusedAsync("la", whole.Case, "lobby-back", "another door than the case's");
        tried += await IsRefusedAsync("la", whole.Case, "garage", "another tower's door");
        foreach (var post in OtherPosts)
        {
            tried += await IsRefusedAsync(post, whole.Case, LobbyScene.Front, $"pressed by {post}");
        }

        var other = await StartAsync(category);
        tried += await IsRefusedAsync("la", other.Case, LobbyScene.Front, "with another case's evidence");
        await other.CloseAsync();
        Assert.Equal(before, scene.Pulses);
        await scene.OpensOnceAsync(whole.Case, Token);
        Assert.Equal(before + 1, scene.Pulses);
        output.WriteLine($"{name}: {tried} presses without the whole way, 0 openings; the whole way opened once");
    }

    private async Task<int> FailsAsync(string category, IReadOnlyList<Func<Way, Task>> steps, string why)
    {
        var way = await StartAsync(category);
        var tried = await IsRefusedAsync("la", way.Case, LobbyScene.Front, $"{why}: before anything");
        foreach (var step in steps)
        {
            await step(way);
            tried += await IsRefusedAsync("la", way.Case, LobbyScene.Front, why);
        }

        await way.CloseAsync();
        return tried;
    }

    private async Task<int> IsRefusedAsync(string post, long id, string door, string why)
    {
        var (status, answer) = await scene.AskAsync(post, $"cases/{id}/open", new JsonObject { ["door"] = door }, Token);
        Assert.True(status is HttpStatusCode.Conflict or HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{why}: {status} {answer?.ToJsonString()}");
        return 1;
    }

    private async Task<Way> StartAsync(string category)
    {
        var id = await scene.OpenCaseAsync(category, Token);
        var resident = (await scene.GetAsync("la", "lobbies/a/directory?text=0805", Token)).AsArray().Single()!["id"]!.GetValue<string>();
        var leader = (await scene.GetAsync("la", "lobbies/a/leaders", Token)).AsArray().Single()!["id"]!.GetValue<string>();
        var announcement = category == "announcedVisitor"
            ? (await scene.DoAsync("gate", "announcements", new JsonObject
            {
                ["lobby"] = "a", ["unit"] = "A-0602", ["visitor"] = "张伟", ["headCount"] = 1, ["confirmed"] = false,
            }, Token))["id"]!.GetValue<string>()
            : "";
        return new Way(scene, id, resident, leader, announcement);
    }

    /// <summary>Somebody's way through a case. Whether a step is taken is the product's to say.</summary>
    private sealed record Way(LobbyScene Scene, long Case, string Resident, string Leader, string Announcement)
    {
        public Task AtDeskAsync(string step, JsonObject body) => AskAsync("la", $"cases/{Case}/{step}", body);

        public async Task AskAsync(string post, string path, JsonObject body) => await Scene.AskAsync(post, path, body, Token);

        public async Task AnswerAsync(string post)
        {
            if ((await Scene.GetAsync(post, "requests", Token)).AsArray().SingleOrDefault(one => one!["case"]!.GetValue<long>() == Case) is { } asked)
            {
                await AskAsync(post, $"requests/{asked["id"]!.GetValue<long>()}/answer", new() { ["answer"] = "yes", ["headCount"] = 1 });
            }
        }

        public Task CloseAsync() => AtDeskAsync("cancel", []);
    }
}
