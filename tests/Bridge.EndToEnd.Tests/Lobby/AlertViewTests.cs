using System.Text.Json.Nodes;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>Where a task of the patrol is, is for those who act on it: on request and on the live stream alike.</summary>
[Collection(LobbyScenes.Name)]
public sealed class AlertViewTests(LobbyScene scene, ITestOutputHelper output)
{
    private const string Unit = "A-0805";
    private const string Covered = "A-08**";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("la", Unit, "the desk of that lobby")]
    [InlineData("tl", Unit, "its lead")]
    [InlineData("pat", Unit, "who goes there")]
    [InlineData("ccr", Unit, "who is told when nobody goes")]
    [InlineData("sup", Unit, "who is told after that")]
    [InlineData("gate", Covered, "stands elsewhere")]
    [InlineData("off", Covered, "keeps the register, and follows nobody")]
    [InlineData("fd", Covered, "answers other questions")]
    [InlineData("admin", Covered, "looks after the service")]
    [InlineData("audit", Covered, "reads everything covered")]
    public async Task A_task_says_where_to_those_who_act_on_it(string user, string expected, string why)
    {
        var alert = await scene.AlertAsync(Unit, Token);
        var seen = (await scene.GetAsync(user, "alerts", Token)).AsArray().Single(one => one!["id"]!.GetValue<long>() == alert)!["unit"]!.GetValue<string>();
        Assert.True(seen == expected, $"{user}, {why}: {seen}");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        using var stream = await scene.StreamAsync(user, limit.Token);
        var live = (await AlertsAsync(stream, limit.Token)).Single(one => one!["id"]!.GetValue<long>() == alert)!["unit"]!.GetValue<string>();
        Assert.True(live == expected, $"{user} on the stream, {why}: {live}");
        output.WriteLine($"{user}: {seen}");
    }

    private static async Task<JsonArray> AlertsAsync(StreamReader stream, CancellationToken stop)
    {
        while (await stream.ReadLineAsync(stop) is { } line)
        {
            if (line == "event: alerts")
            {
                return JsonNode.Parse((await stream.ReadLineAsync(stop))!["data: ".Length..])!.AsArray();
            }
        }

        throw new Xunit.Sdk.XunitException("the stream ended without alerts");
    }
}
