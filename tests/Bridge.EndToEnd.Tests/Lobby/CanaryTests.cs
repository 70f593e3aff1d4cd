using System.Text;
using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Journal.Tests.Records;
using Bridge.Simulators.Intercoms;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>
/// What is personal stays where it is needed: nothing of it is in the journal, on MQTT, in the log, in the metrics, in an export, or on the screen of who has
/// nothing to do with it, in any of forty writings.
/// </summary>
[Collection(LobbyScenes.Name)]
public sealed class CanaryTests(LobbyScene scene, ITestOutputHelper output)
{
    /// <summary>Can be written in all of the writings, and is nobody's name here.</summary>
    private const string Planted = "金雀明珠";

    private static readonly string[] Roles = ["la", "tl", "sup", "gate", "pat", "ccr", "off", "fd", "admin", "audit"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_numbers_and_sealed_reasons_are_nowhere()
    {
        var streams = new Dictionary<string, Listening>();
        try
        {
            foreach (var role in Roles)
            {
                streams[role] = Listening.To(await scene.StreamAsync(role, Token), Token);
            }

            await LiveAsync();
            var everything = (string[])[.. Canaries.OfTheVisit, .. Canaries.OfTheRegister, .. await SecretsAsync(), Installation.Pin];
            var trials = await SearchPlacesAsync(everything) + streams.Sum(one => Search(Stream(one.Key, one.Value), one.Key == "ccr" ? [.. everything.Except(OfTheControlRoom)] : everything));
            await ControlsAsync(streams["ccr"]);
            output.WriteLine($"0 of {trials} searches ({everything.Length} texts in {Writings.All.Count} writings at most) found anything");
        }
        finally
        {
            foreach (var stream in streams.Values)
            {
                await stream.DisposeAsync();
            }
        }
    }

    private async Task<int> SearchPlacesAsync(string[] everything)
    {
        var trials = 0;
        foreach (var place in await PlacesAsync())
        {
            // Which company sent somebody is a column of the log's form.
            trials += Search(place, place.Name.StartsWith("records", StringComparison.Ordinal) ? [.. everything.Except([Canaries.Company])] : everything);
        }

        // Who lives there is at home in the register; what is sealed there, and who came, is not.
        var atHome = (string[])["钱文", "刘洋", "李建国", Canaries.Moved];
        trials += Files("register.db*").Sum(file => Search(file, [.. everything.Except(atHome)]));
        return trials + Files("accounts.db*").Sum(file => Search(file, everything));
    }

    /// <summary>It is asked whether they may come up: that much it has to be shown.</summary>
    private static string[] OfTheControlRoom => [Canaries.Visitor, Canaries.Company, Canaries.Purpose];

    // A visit that is let in and corrected, one that the control room refuses, a household made special, a member barred: all with words that nobody else says.
    private async Task LiveAsync()
    {
        scene.Station.Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 1, UnlocksAfter: 1, Talks: 2));
        var id = await scene.OpenCaseAsync("visitor", Token);
        await scene.CallsAsync($"cases/{id}/visit", new JsonObject
        {
            ["visitor"] = Canaries.Visitor, ["host"] = "李建国", ["unit"] = "A-1203", ["organisation"] = Canaries.Company, ["purpose"] = Canaries.Purpose, ["phone"] = Canaries.Phone,
        }, Token);
        await scene.UntilAsync(id, "cleared", Token);
        await scene.OpensOnceAsync(id, Token);
        var number = (await scene.RecordsAsync("visitor-log", id, Token)).Single()["number"]!.GetValue<string>();
        await scene.DoAsync("la", $"records/{number}/amend", new JsonObject { ["reason"] = Canaries.Amendment, ["hostName"] = "李楠", ["text"] = Canaries.Pinyin }, Token);
        var shown = await scene.DoAsync("sup", $"records/{number}/unmask", new JsonObject { ["reason"] = "complaint" }, Token);
        Assert.True(Canaries.OfTheVisit.Except([Canaries.Reply]).All(text => shown.AsArray().Any(version => version!["fields"]!.AsObject().Any(field => field.Value?.GetValue<string>() == text))),
            $"who has a right and a reason sees it: {shown.ToJsonString()}");

        var special = await scene.OpenCaseAsync("visitor", Token);
        await scene.DoAsync("la", $"cases/{special}/visit", new JsonObject
        {
            ["visitor"] = Canaries.Visitor, ["host"] = "钱文", ["unit"] = "A-1801", ["organisation"] = Canaries.Company, ["phone"] = Canaries.Phone,
        }, Token);
        var request = (await scene.GetAsync("ccr", "requests", Token)).AsArray().Single(one => one!["case"]!.GetValue<long>() == special)!;
        Assert.Equal(Canaries.Visitor, request["visitor"]!.GetValue<string>());
        await scene.DoAsync("ccr", $"requests/{request["id"]}/answer", new JsonObject { ["answer"] = "no", ["reason"] = Canaries.Reply }, Token);
        await scene.ToldAsync(special, "caseMoved", "controlRoomRefused", Token);

        await ChangeAsync("sup", "register/households/B-0101/clearance", new JsonObject { ["throughControlRoom"] = true, ["reason"] = Canaries.Clearance });
        await ChangeAsync("off", "register/members/m-b-0101-1", new JsonObject { ["unit"] = "B-0101", ["name"] = Canaries.Moved, ["barred"] = "yes", ["barred_reason"] = Canaries.Barred });
    }

    private async Task ChangeAsync(string user, string path, JsonObject body)
    {
        var (status, answer) = await scene.SendAsync(HttpMethod.Put, user, path, body, Token);
        Assert.True((int)status is 200 or 201, $"{path}: {status} {answer?.ToJsonString()}");
    }

    /// <summary>Passwords and authenticators' keys of everybody.</summary>
    private async Task<IReadOnlyList<string>> SecretsAsync() =>
    [
        .. JsonNode.Parse(await File.ReadAllTextAsync(scene.Installation.Users, Token))!.AsArray()
            .SelectMany(user => (string?[])[user!["password"]!.GetValue<string>(), user["authenticatorKey"]?.GetValue<string>()]).OfType<string>(),
    ];

    private async Task<IReadOnlyList<Haystack>> PlacesAsync()
    {
        using var client = new HttpClient();
        return
        [
            Text("MQTT, all topics", string.Join('\n', scene.Observer.Heard.Select(message => message.Topic + message.Payload)), "caseOpened"),
            Text("log", scene.Output, "Security"),
            Text("metrics", await client.GetStringAsync(new Uri(scene.Installation.Api, "/metrics"), Token), "TYPE"),
            Text("records export", await VerbAsync("records", "export"), "VL-"),
            Text("records show", await VerbAsync("records", "show"), "VL-"),
            Text("journal export, JSON", await VerbAsync("journal", "export"), "CaseActed"),
            Text("journal export, CSV", await VerbAsync("journal", "export", "--format", "csv"), "CaseActed"),
            Text("register's history", (await scene.GetAsync("audit", "register/changes", Token)).ToJsonString(), "demo-off"),
            .. Files("journal.db*"), .. Files("person-keys.db*"),
        ];
    }

    private async Task<string> VerbAsync(params string[] verb)
    {
        var end = await scene.Installation.RunVerbAsync(verb, Token);
        Assert.True(end.ExitCode == 0, end.ToString());
        return end.Output + end.Errors;
    }

    private List<Haystack> Files(string pattern)
    {
        var files = Directory.GetFiles(scene.Installation.DataDirectory, pattern, SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .Select(file => new Haystack(Path.GetFileName(file), Read(file))).ToList();
        Assert.True(files.Count > 0, $"there is no {pattern}");
        return files;
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }

    private static Haystack Stream(string role, Listening stream) => Text($"stream of {role}", stream.Heard, "event: doors");

    /// <param name="known">What surely stands there: an empty place hides nothing.</param>
    private static Haystack Text(string name, string text, string known)
    {
        Assert.True(text.Contains(known, StringComparison.Ordinal), $"{name} is not what it should be: {text[..Math.Min(200, text.Length)]}");
        return new Haystack(name, Encoding.UTF8.GetBytes(text));
    }

    private int Search(Haystack place, string[] texts)
    {
        foreach (var text in texts)
        {
            var found = place.Find(text).ToList();
            Assert.True(found.Count == 0, $"{text} is in {place.Name}, written as {string.Join(", ", found)}");
        }

        var planted = place.With([.. Writings.All.SelectMany(writing => (byte[])[.. writing.Of(Planted), (byte)' '])]);
        Assert.True(planted.Find(Planted).Count() == Writings.All.Count, $"not every writing that was planted in {place.Name} was found");
        output.WriteLine($"{place.Name}: {place.Length} bytes, {texts.Length} texts in {Writings.All.Count} writings, 0 found; {Writings.All.Count} planted, {Writings.All.Count} found");
        return texts.Sum(text => Writings.For(text).Count());
    }

    // The same search finds what is at home: names in the register, and on the screen of the control room who it is asked about.
    private async Task ControlsAsync(Listening controlRoom)
    {
        Assert.Contains(Files("register.db*"), file => file.Find(Canaries.Moved).Any());
        Assert.True(await Deadline.UntilAsync(() => Stream("ccr", controlRoom).Find(Canaries.Visitor).Any(), TimeSpan.FromSeconds(10), Token), controlRoom.Heard);
    }
}
