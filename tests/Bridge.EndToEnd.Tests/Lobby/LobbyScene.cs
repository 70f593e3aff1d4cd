using System.Net;
using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Bridge.Simulators.Intercoms;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>The running product with a desk, its people signed in at the API, a real broker with a listener, and a simulated building around it. One for all scenarios.</summary>
public class LobbyScene : IAsyncLifetime
{
    public const string Front = "lobby-main";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);
    private readonly Dictionary<string, ApiClient> people = [];
    private Mosquitto? broker;
    private MosquittoSub? observer;
    private Installation? installation;
    private Simulators.Processes.BridgeProcess? bridge;

    internal Installation Installation => installation!;

    internal Mosquitto Broker => broker!;

    internal MosquittoSub Observer => observer!;

    public string Output => bridge!.Output;

    internal SerialIntercom Station => (SerialIntercom)Installation.World.Intercoms[LobbySite.Station];

    /// <summary>The door that the scenes are played at.</summary>
    public virtual string Door => Front;

    internal Switchboard Board => Installation.World.Intercoms[Kind == IntercomKind.Serial ? LobbySite.Station : LobbySite.Bell].Board;

    private protected virtual IntercomKind Kind => IntercomKind.Serial;

    /// <summary>What is otherwise in this scene's site file.</summary>
    private protected virtual string Site(string site) => site;

    public virtual ValueTask InitializeAsync() => StartAsync();

    protected async ValueTask StartAsync()
    {
        var stop = CancellationToken.None;
        broker = await Mosquitto.StartAsync(stop);
        observer = await MosquittoSub.StartAsync(broker.Port, stop);
        installation = await Installation.CreateWithLobbyAsync(Kind, broker.Port, Site, stop);
        bridge = installation.StartWithUsers();
        Assert.True(await bridge.IsReadyAsync(Limit, stop), bridge.Output);
        Assert.True(await Deadline.UntilAsync(() => Kind == IntercomKind.Contacts || Station.Requests > 0, Limit, stop), bridge.Output);
        Assert.True(await Deadline.UntilAsync(() => observer.FirstHeard().Any(told => told.Kind == "doorClosed" && told.Door == Door), Limit, stop), bridge.Output);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (bridge is null)
        {
            return;
        }

        foreach (var person in people.Values)
        {
            person.Dispose();
        }

        await bridge.DisposeAsync();
        await installation!.DisposeAsync();
        await observer!.DisposeAsync();
        await broker!.DisposeAsync();
    }

    /// <summary>kill -9, and the product again: its people stay signed in.</summary>
    internal async Task KillAsync(CancellationToken stop)
    {
        await bridge!.KillAsync(stop);
        await bridge.DisposeAsync();
    }

    internal async Task ReturnAsync(CancellationToken stop)
    {
        bridge = Installation.StartWithUsers();
        Assert.True(await bridge.IsReadyAsync(Limit, stop), bridge.Output);
    }

    /// <summary>What somebody gets for a request; signs him in the first time.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> AskAsync(string user, string path, JsonNode? body, CancellationToken stop) =>
        await (await PersonAsync(user, stop)).SendAsync(HttpMethod.Post, path, body ?? new JsonObject(), stop);

    /// <summary>The same, where it has to be granted.</summary>
    public async Task<JsonNode> DoAsync(string user, string path, JsonNode? body, CancellationToken stop)
    {
        var (status, answer) = await AskAsync(user, path, body, stop);
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{user} {path}: {status} {answer?.ToJsonString()}\n{Output}");
        return answer ?? new JsonObject();
    }

    /// <summary>The same, where it has to be refused with this code.</summary>
    public async Task RefusedAsync(string user, string path, JsonNode? body, string code, CancellationToken stop)
    {
        var (status, answer) = await AskAsync(user, path, body, stop);
        Assert.True(answer?["code"]?.GetValue<string>() == code, $"{user} {path}: {status} {answer?.ToJsonString()}, expected {code}");
    }

    /// <summary>The same at the desk, when the panel is free to call.</summary>
    public async Task<JsonNode> CallsAsync(string path, JsonNode body, CancellationToken stop)
    {
        Assert.True(await Deadline.UntilAsync(() => Board.OpenCalls.Count == 0 && Calls("callStarted") == Calls("callEnded"), Limit, stop), "the panel is in a call");
        return await DoAsync("la", path, body, stop);
    }

    /// <summary>The same, and the unit rings: where the product cannot dial, whoever stands there presses the button.</summary>
    public virtual Task RingsAsync(string path, JsonNode body, string unit, CancellationToken stop) => CallsAsync(path, body, stop);

    /// <summary>The unit says no to the question that is asked so.</summary>
    public virtual Task IsRefusedAsync(long id, string path, JsonNode body, string unit, CancellationToken stop)
    {
        Board.Conduct(unit, new UnitConduct(UnitReaction.Refuses, After: 1));
        return RingsAsync($"cases/{id}/{path}", body, unit, stop);
    }

    /// <summary>It has rung for the whole time, and rings once more.</summary>
    public virtual Task RingsAgainAsync(long id, string unit, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Nobody stands at the panel any more.</summary>
    public virtual Task StopsRingingAsync() => Task.CompletedTask;

    /// <summary>How many such events were told of calls at this lobby.</summary>
    public int Calls(string kind) => Observer.FirstHeard().Count(told => told.Kind == kind);

    /// <summary>Waits until the broker's listener has heard it.</summary>
    public async Task ToldAsync(long id, string kind, string part, CancellationToken stop) => Assert.True(
        await Deadline.UntilAsync(() => OfCase(id).Any(told => told.Kind == kind && told.Payload.Contains(part, StringComparison.Ordinal)), Limit, stop),
        $"case {id} told no {kind} with {part}:\n{string.Join('\n', OfCase(id).Select(told => told.Payload))}");

    public async Task<JsonNode> GetAsync(string user, string path, CancellationToken stop)
    {
        var (status, answer) = await (await PersonAsync(user, stop)).GetAsync(path, stop);
        Assert.True(status == HttpStatusCode.OK, $"{user} {path}: {status} {answer?.ToJsonString()}");
        return answer!;
    }

    public async Task<HttpStatusCode> LookAsync(string user, string path, CancellationToken stop) => (await (await PersonAsync(user, stop)).GetAsync(path, stop)).Status;

    /// <summary>Any method; what somebody gets for it.</summary>
    internal async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string user, string path, JsonNode? body, CancellationToken stop) =>
        await (await PersonAsync(user, stop)).SendAsync(method, path, body, stop);

    /// <summary>Somebody's live stream.</summary>
    internal async Task<StreamReader> StreamAsync(string user, CancellationToken stop) => await (await PersonAsync(user, stop)).StreamAsync(stop);

    public async Task<long> OpenCaseAsync(string category, CancellationToken stop) => (await DoAsync(
        "la", "lobbies/a/cases", new JsonObject { ["door"] = Door, ["category"] = category }, stop))["id"]!.GetValue<long>();

    public async Task<JsonNode> UntilAsync(long id, string status, CancellationToken stop)
    {
        JsonNode? seen = null;
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var clock = System.Diagnostics.Stopwatch.StartNew(); clock.Elapsed < Limit; await pace.WaitForNextTickAsync(stop))
        {
            seen = await GetAsync("la", $"cases/{id}", stop);
            if (seen["status"]!.GetValue<string>() == status)
            {
                return seen;
            }
        }

        throw new Xunit.Sdk.XunitException($"case {id} did not become {status}: {seen?.ToJsonString()}\n{Output}");
    }

    /// <summary>
    /// Presses the key with somebody waiting at the door, and counts: one pulse at the simulated relay, one lockReleased and one accessTaken on MQTT,
    /// and a second press gets nothing.
    /// </summary>
    public async Task OpensOnceAsync(long id, CancellationToken stop)
    {
        Assert.True(await Deadline.UntilAsync(() => !Installation.World.Doors[Door].IsOpen && !Installation.World.Doors[Door].IsReleased, Limit, stop), "the door is shut before");
        var before = Pulses;
        Installation.World.Doors[Door].Wait(new Visitor(
            Patience: TimeSpan.FromSeconds(15), Reaction: TimeSpan.FromMilliseconds(200), Passage: TimeSpan.FromMilliseconds(500), HoldFor: TimeSpan.Zero));
        var opened = await DoAsync("la", $"cases/{id}/open", new JsonObject { ["door"] = Door }, stop);
        await RefusedAsync("la", $"cases/{id}/open", new JsonObject { ["door"] = Door }, "grant_used", stop);
        var access = opened["access"]!.GetValue<long>();
        var entered = await UntilAsync(id, "entered", stop);
        Assert.Equal(access, entered["access"]!.GetValue<long>());
        Assert.True(await Deadline.UntilAsync(() => Told(access).Contains("accessTaken"), Limit, stop), Output);
        Assert.Equal((before + 1, 1, 1), (Pulses, Told(access).Count(kind => kind == "lockReleased"), Told(access).Count(kind => kind == "accessGranted")));
        Assert.True(await Deadline.UntilAsync(() => !Installation.World.Doors[Door].IsOpen && !Installation.World.Doors[Door].IsReleased, Limit, stop), "the door is shut after");
    }

    /// <summary>An officer whom the office lets in; the number of his line in the visitor log.</summary>
    public async Task<string> AdmitOfficerAsync(string name, string organisation, int headCount, CancellationToken stop)
    {
        var id = await OpenCaseAsync("governmentOfficer", stop);
        await DoAsync("la", $"cases/{id}/party", new JsonObject { ["name"] = name, ["organisation"] = organisation, ["purpose"] = "检查", ["headCount"] = headCount }, stop);
        var request = (await GetAsync("off", "requests", stop)).AsArray().Single(one => one!["case"]!.GetValue<long>() == id)!["id"]!.GetValue<long>();
        await DoAsync("off", $"requests/{request}/answer", new JsonObject { ["answer"] = "yes", ["headCount"] = headCount }, stop);
        await OpensOnceAsync(id, stop);
        return Assert.Single(await RecordsAsync("visitor-log", id, stop))["number"]!.GetValue<string>();
    }

    /// <summary>Nobody is in and two names are wrong: the patrol is called to the desk. One such task serves whoever asks.</summary>
    public async Task<long> AlertAsync(string unit, CancellationToken stop)
    {
        async Task<JsonNode?> OpenAsync() => (await GetAsync("la", "alerts", stop)).AsArray().FirstOrDefault(one => one!["unit"]?.GetValue<string>() == unit);
        if (await OpenAsync() is not { } open)
        {
            Station.Board.Conduct(unit["A-".Length..], UnitConduct.NobodyHome);
            var id = await OpenCaseAsync("selfDeclaredResident", stop);
            await CallsAsync($"cases/{id}/household", new JsonObject { ["unit"] = unit }, stop);
            await UntilAsync(id, "verifying", stop);
            await RefusedAsync("la", $"cases/{id}/name", new JsonObject { ["name"] = "赵军" }, "name_mismatch", stop);
            await DoAsync("la", $"cases/{id}/name", new JsonObject { ["name"] = "陈军" }, stop);
            await ToldAsync(id, "alertRaised", "attend", stop);
            open = (await OpenAsync())!;
        }

        return open["id"]!.GetValue<long>();
    }

    /// <summary>The administrator makes an account, and its owner chooses his password; its id.</summary>
    public async Task<string> NewcomerAsync(string name, string displayName, string password, JsonObject post, CancellationToken stop)
    {
        var made = await DoAsync("admin", "accounts", new JsonObject { ["name"] = name, ["displayName"] = displayName, ["posts"] = new JsonArray(post) }, stop);
        using var nobody = ApiClient.Nobody(Installation);
        var (status, answer) = await nobody.SendAsync(
            HttpMethod.Post, "accounts/password", new JsonObject { ["name"] = name, ["code"] = made["code"]!.GetValue<string>(), ["password"] = password }, stop);
        Assert.True(status == HttpStatusCode.NoContent, $"{status} {answer?.ToJsonString()}");
        return made["account"]!["id"]!.GetValue<string>();
    }

    /// <summary>The patrol's phone shows one task at a time, the oldest: what others have left there is done.</summary>
    public async Task EndTasksAsync(CancellationToken stop)
    {
        foreach (var alert in (await GetAsync("pat", "alerts", stop)).AsArray())
        {
            foreach (var (step, body) in ((string Step, JsonObject? Body)[])[
                ("acknowledge", null), ("en-route", null), ("on-scene", null), ("finish", new() { ["result"] = "enteredWithOwnKey" }), ("finish", new() { ["result"] = "attended" })])
            {
                await AskAsync("pat", $"alerts/{alert!["id"]}/{step}", body, stop);
            }
        }
    }

    public int Pulses => Installation.World.Oracle().Locks[Door].Count;

    /// <summary>The lines of a kept record that belong to a case.</summary>
    public async Task<IReadOnlyList<JsonNode>> RecordsAsync(string form, long id, CancellationToken stop) =>
        [.. (await GetAsync("sup", $"records/{form}?caseId={id}", stop)).AsArray().Select(line => line!)];

    /// <summary>The kinds that were told of a case, in order.</summary>
    public IReadOnlyList<ToldEventView> OfCase(long id) =>
        [.. Observer.FirstHeard().Where(told => told.Correlation?.EndsWith($"-case-{id}", StringComparison.Ordinal) ?? false).Select(told => new ToldEventView(told.Kind, told.Payload))];

    private IReadOnlyList<string> Told(long access) =>
        [.. Observer.FirstHeard().Where(told => told.Correlation?.EndsWith($"-{access}", StringComparison.Ordinal) ?? false)
            .Where(told => !told.Correlation!.Contains("case", StringComparison.Ordinal)).Select(told => told.Kind)];

    internal async Task<ApiClient> PersonAsync(string user, CancellationToken stop)
    {
        if (!people.TryGetValue(user, out var person))
        {
            person = await ApiClient.SignInAsync(Installation, user, stop);
            people.Add(user, person);
        }

        return person;
    }
}
