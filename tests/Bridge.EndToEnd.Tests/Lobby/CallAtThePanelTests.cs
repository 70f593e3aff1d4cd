using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Intercoms;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>Somebody calls a unit from the door, and the real product tells the desk's topics what comes of it.</summary>
public sealed class CallAtThePanelTests(ITestOutputHelper output)
{
    private const string Topic = $"ab/v1/{Installation.Site}/lobby/a/event/";
    private static readonly string[] Told =
    [
        "callStarted", "caseOpened", "caseMoved", "requestAsked", "callRinging", "callUnlockRequested", "requestAnswered", "evidenceGiven", "caseMoved",
    ];

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_units_key_is_its_yes_in_the_case_that_the_call_opened()
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = await Installation.CreateWithLobbyAsync(broker.Port, Token);
        await using var bridge = installation.Start();
        var station = (SerialIntercom)installation.World.Intercoms[LobbySite.Station];
        // A key that was pressed before anybody listened is not obeyed.
        Assert.True(await bridge.IsReadyAsync(Limit, Token), bridge.Output);
        Assert.True(await Deadline.UntilAsync(() => station.Requests > 0, Limit, Token), $"nobody spoke to the intercom: {bridge.Output}");

        station.Board.Conduct("1203", new UnitConduct(UnitReaction.DoesNotAnswer, UnlocksAfter: 0.5));
        Assert.NotNull(station.Board.Call(LobbySite.StationPanel, "1203"));

        // Told in one order: the last of them is there when all are.
        Assert.True(await Deadline.UntilAsync(() => Desk(observer).Count >= Told.Length, Limit, Token), $"{Story(observer)}\n{bridge.Output}");
        output.WriteLine(Story(observer));
        var desk = Desk(observer).Take(Told.Length).ToList();
        Assert.Equal(Told, desk.Select(told => told.Kind));
        // Who it is that stands there, nobody has said yet: that is the desk's.
        Assert.Contains("\"to\":\"verifying\"", desk[^1].Payload, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(desk.Skip(1).Select(told => told.Correlation).Distinct()));
        Assert.All(desk, told => Assert.DoesNotContain("1203\"", told.Payload, StringComparison.Ordinal));
        Assert.Equal(1, station.Board.Unlocks);
        Assert.Empty(installation.World.Oracle().Locks["lobby-main"]);
    }

    [Fact]
    public async Task A_call_to_a_household_of_the_control_room_is_hung_up()
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = await Installation.CreateWithLobbyAsync(broker.Port, Token);
        await using var bridge = installation.Start();
        var station = (SerialIntercom)installation.World.Intercoms[LobbySite.Station];
        Assert.True(await bridge.IsReadyAsync(Limit, Token), bridge.Output);
        Assert.True(await Deadline.UntilAsync(() => station.Requests > 0, Limit, Token), $"nobody spoke to the intercom: {bridge.Output}");

        Assert.NotNull(station.Board.Call(LobbySite.StationPanel, "1801"));

        Assert.True(await Deadline.UntilAsync(() => Desk(observer).Any(told => told.Kind == "callEnded"), Limit, Token), $"{Story(observer)}\n{bridge.Output}");
        output.WriteLine(Story(observer));
        Assert.Contains("callRefused", Desk(observer).Select(told => told.Kind));
        Assert.DoesNotContain(Desk(observer), told => told.Kind is "callAnswered" or "callUnlockRequested");
        Assert.Empty(station.Board.OpenCalls);
    }

    [Fact]
    public async Task A_call_at_the_old_bell_opens_a_case_at_its_own_door()
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = await Installation.CreateWithLobbyAsync(broker.Port, Token);
        await using var bridge = installation.Start();
        Assert.True(await bridge.IsReadyAsync(Limit, Token), bridge.Output);

        installation.World.Intercoms[LobbySite.Bell].Board.Call(LobbySite.Rear, "0805");

        Assert.True(await Deadline.UntilAsync(() => Desk(observer).Any(told => told.Kind == "caseOpened"), Limit, Token), $"{Story(observer)}\n{bridge.Output}");
        output.WriteLine(Story(observer));
        var opened = Assert.Single(Desk(observer), told => told.Kind == "caseOpened");
        Assert.Contains("\"door\":\"lobby-back\"", opened.Payload, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ToldEvent> Desk(MosquittoSub observer) =>
        [.. observer.Heard.Where(message => message.Topic.StartsWith(Topic, StringComparison.Ordinal)).Select(message => message.Event).OfType<ToldEvent>().DistinctBy(told => told.Id)];

    private static string Story(MosquittoSub observer) => string.Join('\n', Desk(observer).Select(told => told.Payload));
}
