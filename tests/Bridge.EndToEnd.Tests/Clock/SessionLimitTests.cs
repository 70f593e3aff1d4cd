using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Lobby;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Processes;

namespace Bridge.EndToEnd.Tests.Clock;

/// <summary>
/// How long somebody who signed in at the running product stays so, by the product's own wall clock, which is set forward here: fifteen minutes without
/// doing anything, twelve hours whatever he does, and two minutes at the key that opens.
/// </summary>
public sealed class SessionLimitTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // What this machine needs for a request, and more: the product's clock goes on by itself too.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan Attended = TimeSpan.FromMinutes(2);

    private WallClock? wall;
    private Installation? installation;
    private BridgeProcess? bridge;
    private TimeSpan forward;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        wall = await WallClock.BuildAsync(Token);
        installation = await Installation.CreateWithLobbyAsync(FreePorts.Take(1)[0], Token);
        bridge = installation.Start(Built.Product, ["run", "--site", installation.SiteFile, "--demo-users", installation.Users], wall.Variables);
        Assert.True(await bridge.IsReadyAsync(Limit, Token), bridge.Output);
    }

    public async ValueTask DisposeAsync()
    {
        await (bridge?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (installation?.DisposeAsync() ?? ValueTask.CompletedTask);
        wall?.Dispose();
    }

    [Fact]
    public async Task Whoever_does_nothing_for_fifteen_minutes_is_signed_out()
    {
        using var person = await ApiClient.SignInAsync(installation!, "gate", Token);
        using var other = await ApiClient.SignInAsync(installation!, "pat", Token);
        using var stream = await other.StreamAsync(Token);
        for (var round = 0; round < 3; round++)
        {
            Forward(Idle - Short);
            Assert.Equal(HttpStatusCode.OK, await LookAsync(person));
            Assert.Equal(HttpStatusCode.OK, await LookAsync(other));
        }

        Forward(Idle);
        Assert.Equal(HttpStatusCode.Unauthorized, await LookAsync(person));
        Assert.Equal(HttpStatusCode.Unauthorized, await LookAsync(person));

        // Who only listens does nothing: his stream ends without his asking.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Limit);
        while (await stream.ReadLineAsync(patience.Token) is not null)
        {
            // What still comes before the end.
        }

        output.WriteLine($"three times {Idle - Short} and still signed in; {Idle} and signed out, the stream too");
    }

    [Fact]
    public async Task Nobody_is_signed_in_for_longer_than_twelve_hours()
    {
        var since = Stopwatch.StartNew();
        using var person = await ApiClient.SignInAsync(installation!, "gate", Token);
        var looks = 0;
        for (var passed = TimeSpan.Zero; passed < Longest - Short; passed += TimeSpan.FromMinutes(10), looks++)
        {
            At(passed, since);
            Assert.True(await LookAsync(person) == HttpStatusCode.OK, $"signed out after {passed}");
        }

        At(Longest - Short, since);
        Assert.Equal(HttpStatusCode.OK, await LookAsync(person));
        At(Longest + Short, since);
        Assert.Equal(HttpStatusCode.Unauthorized, await LookAsync(person));
        output.WriteLine($"signed in through {looks} looks in {Longest - Short}, signed out after {Longest + Short}");
    }

    /// <summary>At the relay: the key of a desk that was left for two minutes opens nothing before somebody said who sits there.</summary>
    [Fact]
    public async Task A_key_that_was_left_alone_opens_nothing()
    {
        using var desk = await ApiClient.SignInAsync(installation!, "la", Token);
        var front = new JsonObject { ["door"] = LobbyScene.Front };
        var before = Pulses;
        var kept = await RecognisedAsync(desk);
        Forward(Attended - Short);
        Assert.Equal((HttpStatusCode.OK, null), Said(await desk.SendOnceAsync(HttpMethod.Post, $"cases/{kept}/open", front.DeepClone(), Token)));
        Assert.True(await Deadline.UntilAsync(() => Pulses == before + 1 && !installation!.World.Doors[LobbyScene.Front].IsReleased, Limit, Token), bridge!.Output);

        var left = await RecognisedAsync(desk);
        Forward(Attended + TimeSpan.FromSeconds(1));
        for (var press = 0; press < 3; press++)
        {
            Assert.Equal((HttpStatusCode.Forbidden, "sign-in-again"), Said(await desk.SendOnceAsync(HttpMethod.Post, $"cases/{left}/open", front.DeepClone(), Token)));
        }

        // Everything else goes on at such a desk.
        Assert.Equal(HttpStatusCode.OK, await LookAsync(desk));
        Assert.Equal(before + 1, Pulses);
        await desk.SayAgainAsync(Token);
        Assert.Equal((HttpStatusCode.OK, null), Said(await desk.SendOnceAsync(HttpMethod.Post, $"cases/{left}/open", front.DeepClone(), Token)));
        Assert.True(await Deadline.UntilAsync(() => Pulses == before + 2, Limit, Token), bridge!.Output);
        output.WriteLine($"opened after {Attended - Short}; after {Attended} pressed 3 times: 0 pulses at the relay; opened when he had said who he is");
    }

    private int Pulses => installation!.World.Oracle().Locks[LobbyScene.Front].Count;

    private void Forward(TimeSpan by)
    {
        forward += by;
        wall!.Set(forward);
    }

    /// <summary>So much has passed for the product, however long this machine took.</summary>
    private void At(TimeSpan passed, Stopwatch since) => wall!.Set(TimeSpan.FromSeconds(Math.Floor((passed - since.Elapsed).TotalSeconds)));

    private static async Task<HttpStatusCode> LookAsync(ApiClient person) => (await person.SendOnceAsync(HttpMethod.Get, "session", null, Token)).Status;

    private static (HttpStatusCode, string?) Said((HttpStatusCode Status, JsonNode? Body) answer) =>
        (answer.Status, answer.Body is JsonObject body && body["code"] is JsonValue code ? code.GetValue<string>() : null);

    private static async Task<long> RecognisedAsync(ApiClient desk)
    {
        var (_, known) = await desk.SendAsync(HttpMethod.Get, "lobbies/a/directory?text=0805", null, Token);
        var resident = known!.AsArray().Single()!["id"]!.GetValue<string>();
        var (_, opened) = await desk.SendAsync(HttpMethod.Post, "lobbies/a/cases", new JsonObject { ["door"] = LobbyScene.Front, ["category"] = "forgottenCard" }, Token);
        var id = opened!["id"]!.GetValue<long>();
        var (status, answer) = await desk.SendAsync(HttpMethod.Post, $"cases/{id}/resident", new JsonObject { ["resident"] = resident }, Token);
        Assert.True(status == HttpStatusCode.OK, answer?.ToJsonString());
        return id;
    }
}
