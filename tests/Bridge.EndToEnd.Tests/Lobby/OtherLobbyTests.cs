using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>
/// Everybody whose post is at lobby B asks for the things of lobby A by their real ids, with bodies that would do something, and gets the very answer that he gets
/// for a thing that is not there. The control is the same comparison by those whose things they are: it tells every pair apart.
/// </summary>
[Collection(LobbyScenes.Name)]
public sealed partial class OtherLobbyTests(LobbyScene scene, ITestOutputHelper output)
{
    private const string Password = "a long walk on the quay";
    private const string Garage = "garage";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IsAsIfItWereNotThere()
    {
        var things = await ThingsAsync();
        var before = (await scene.GetAsync("la", $"cases/{things.Case}", Token))["status"]!.GetValue<string>();
        var people = await PeopleOfBAsync();
        try
        {
            var own = (await people["la"].SendAsync(HttpMethod.Post, "lobbies/b/cases", new JsonObject { ["door"] = Garage, ["category"] = "announcedVisitor" }, Token)).Body!["id"]!.GetValue<long>();
            var asks = OtherLobbyAsk.All(things, own).ToList();
            var cells = 0;
            foreach (var (ask, role) in asks.SelectMany(ask => ask.Roles.Split(' ').Select(role => (ask, role))))
            {
                cells++;
                var (there, none) = (await AnswerAsync(people[role], ask, ask.Real), await AnswerAsync(people[role], ask, ask.MadeUp));
                Assert.True(there == none, $"{role} of lobby B, {ask.Method} {ask.Path}: {there}\nand for what is not there: {none}");
                Assert.True(there.Status is HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.BadRequest or HttpStatusCode.OK, $"{role} {ask.Path}: {there}");
                Assert.True(there.Status != HttpStatusCode.OK || ask.IsLook, $"{role} {ask.Path}: {there}");
            }

            var seen = await ListsAsync(people);
            Assert.Equal(before, (await scene.GetAsync("la", $"cases/{things.Case}", Token))["status"]!.GetValue<string>());
            var apart = await ControlAsync(asks.Where(ask => !ask.IsAtOwnCase).ToList());
            await TidyAsync(things);
            output.WriteLine($"{asks.Count} asks, {cells} cells by five posts of another lobby: 0 told apart from what is not there; {seen} lists, nothing of lobby A in them; control: its own people tell {apart} of {apart} apart");
        }
        finally
        {
            foreach (var person in people.Values)
            {
                person.Dispose();
            }
        }
    }

    /// <summary>The demo's people are of lobby A, or of the whole estate: for each ask one of its roles.</summary>
    private async Task<int> ControlAsync(List<OtherLobbyAsk> asks)
    {
        foreach (var ask in asks)
        {
            var person = await scene.PersonAsync(ask.Roles.Split(' ')[0], Token);
            var (none, there) = (await AnswerAsync(person, ask, ask.MadeUp), await AnswerAsync(person, ask, ask.Real));
            Assert.True(there != none, $"the control: {ask.Method} {ask.Path} is {there} for what is there and for what is not");
        }

        return asks.Count;
    }

    /// <summary>The control has done what it asked for.</summary>
    private async Task TidyAsync(OtherLobbyThings things)
    {
        await scene.DoAsync("off", $"credentials/{things.Card}/enable", null, Token);
        await scene.DoAsync("ccr", $"alarms/{things.Alarm}/close", new JsonObject { ["comment"] = "为试验" }, Token);
        foreach (var wish in (await scene.GetAsync("audit", "erasures", Token)).AsArray().Where(wish => wish!.ToJsonString().Contains(things.Record, StringComparison.Ordinal)))
        {
            await scene.DoAsync("audit", $"erasures/{wish!["id"]}/decline", null, Token);
        }
    }

    /// <summary>What a list shows of lobby A to those of B: nothing.</summary>
    private async Task<int> ListsAsync(Dictionary<string, ApiClient> people)
    {
        (string Path, string Roles)[] lists =
        [
            ("cases", "la tl"), ("announcements", "la tl gate pat fd"), ("requests", "la tl gate pat fd"), ("alerts", "la gate pat fd"), ("alarms", "la gate pat fd"), ("doors", "la gate pat fd"),
            ("records/visitor-log", "la tl gate fd"), ("records/visitor-log?lobby=a", "la tl gate fd"), ("records/duty-log", "la tl"), ("records/duty-log?lobby=a", "la tl"), ("credentials", "tl"),
        ];
        var seen = 0;
        foreach (var (path, role) in lists.SelectMany(list => list.Roles.Split(' ').Select(role => (list.Path, role))))
        {
            seen++;
            var (status, answer) = await people[role].GetAsync(path, Token);
            Assert.True(status == HttpStatusCode.OK, $"{role} {path}: {status}");
            Assert.False(OfLobbyA().IsMatch(answer!.ToJsonString()), $"{role} of lobby B, {path}: {answer.ToJsonString()}");
        }

        Assert.Matches(OfLobbyA(), (await scene.GetAsync("la", "cases", Token)).ToJsonString());
        Assert.Matches(OfLobbyA(), (await scene.GetAsync("la", "doors", Token)).ToJsonString());
        Assert.Matches(OfLobbyA(), (await scene.GetAsync("tl", "credentials", Token)).ToJsonString());
        return seen;
    }

    /// <summary>A desk of lobby B is the second factor of those who need one.</summary>
    private async Task<Dictionary<string, ApiClient>> PeopleOfBAsync()
    {
        await scene.DoAsync("admin", "desks", new JsonObject { ["name"] = "B", ["lobby"] = "b" }, Token);
        var desk = (await scene.PersonAsync("admin", Token)).Cookies.Single(cookie => cookie.Name == "accessbridge-desk");
        var people = new Dictionary<string, ApiClient>();
        foreach (var (name, role) in ((string, string)[])[("la", "lobbyAssistant"), ("tl", "teamLead"), ("gate", "gatePost"), ("pat", "patrol"), ("fd", "frontDesk")])
        {
            await scene.NewcomerAsync($"{name}-of-b", "乙", Password, new JsonObject { ["role"] = role, ["lobby"] = "b" }, Token);
            people[name] = await ApiClient.SignInAsync(scene.Installation, $"{name}-of-b", Password, desk, Token);
        }

        return people;
    }

    /// <summary>One of each, at lobby A.</summary>
    private async Task<OtherLobbyThings> ThingsAsync()
    {
        var record = await scene.AdmitOfficerAsync("乙女士", "消防支队", 1, Token);
        var back = scene.Installation.World.Doors["lobby-back"];
        back.Force(TimeSpan.FromMinutes(5));
        var alarm = await AlarmAsync("lobby-back");
        back.Close();
        var alert = await scene.AlertAsync("A-0805", Token);
        var announced = await scene.DoAsync("gate", "announcements", new JsonObject { ["lobby"] = "a", ["unit"] = "A-0602", ["visitor"] = "丙先生", ["headCount"] = 1, ["confirmed"] = false }, Token);
        var leader = (await scene.GetAsync("la", "lobbies/a/leaders", Token)).AsArray()[0]!["id"]!.GetValue<string>();
        var tour = (await scene.GetAsync("la", "lobbies/a/tours", Token)).AsArray()[0]!["id"]!.GetValue<string>();
        var card = (await scene.GetAsync("tl", "credentials", Token))["rows"]!.AsArray().First(one => one!["unit"]?.GetValue<string>() == "A-0805")!["id"]!.GetValue<string>();
        var id = await scene.OpenCaseAsync("visitor", Token);
        return new OtherLobbyThings($"{id}", announced["id"]!.GetValue<string>(), $"{alert}", $"{alarm}", record, card, tour, leader, scene.Installation.MemberId("m-0805-1"));
    }

    private async Task<long> AlarmAsync(string door)
    {
        JsonNode? found = null;
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var looks = 0; found is null && looks < 200; looks++)
        {
            await pace.WaitForNextTickAsync(Token);
            found = (await scene.GetAsync("ccr", "alarms", Token)).AsArray().FirstOrDefault(one => one!["door"]?.GetValue<string>() == door);
        }

        Assert.True(found is not null, $"no alarm at {door}:\n{scene.Output}");
        return found["id"]!.GetValue<long>();
    }

    /// <summary>Without what is another at every answer.</summary>
    private static async Task<(HttpStatusCode Status, string Body)> AnswerAsync(ApiClient person, OtherLobbyAsk ask, string id)
    {
        var body = ask.Body?.ToJsonString().Replace("{0}", id, StringComparison.Ordinal);
        var (status, answer) = await person.SendAsync(new HttpMethod(ask.Method), ask.Path.Replace("{0}", id, StringComparison.Ordinal), body is null ? null : JsonNode.Parse(body), Token);
        return (status, Another().Replace(answer?.ToJsonString() ?? "", ""));
    }

    [GeneratedRegex("\"traceId\":[^,}]*")]
    private static partial Regex Another();

    [GeneratedRegex("\"lobby\":\"a\"|\"lobby-main\"|\"lobby-back\"|\"A-\\d")]
    private static partial Regex OfLobbyA();
}
