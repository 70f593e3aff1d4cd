using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Intercoms;
using Bridge.Simulators.Processes;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>Somebody calls a unit from the door, and the real product tells the desk's topics what comes of it.</summary>
public sealed class CallAtThePanelTests(ITestOutputHelper output)
{
    private const string Topic = $"ab/v1/{Installation.Site}/lobby/a/event/";
    private static readonly string[] Told =
    [
        "callStarted", "caseOpened", "caseMoved", "requestAsked", "callRinging", "callUnlockRequested", "requestAnswered", "evidenceGiven", "caseMoved",
    ];

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(IntercomKind.Serial), InlineData(IntercomKind.Contacts)]
    public async Task The_units_key_is_its_yes_in_the_case_that_the_call_opened(IntercomKind kind)
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = await Installation.CreateWithLobbyAsync(kind, broker.Port, Token);
        await using var bridge = installation.Start();
        var board = await ListeningAsync(kind, installation, observer, bridge);

        board.Conduct("1203", new UnitConduct(UnitReaction.DoesNotAnswer, UnlocksAfter: 1.5));
        Assert.NotNull(board.Call(PanelOf(kind), "1203"));

        // Told in one order: the last of them is there when all are.
        Assert.True(await Deadline.UntilAsync(() => Desk(observer).Count >= Told.Length, Limit, Token), $"{Story(observer)}\n{bridge.Output}");
        output.WriteLine(Story(observer));
        var desk = Desk(observer).Take(Told.Length).ToList();
        Assert.Equal(Told, desk.Select(told => told.Kind));
        // Who it is that stands there, nobody has said yet: that is the desk's.
        Assert.Contains("\"to\":\"verifying\"", desk[^1].Payload, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(desk.Skip(1).Select(told => told.Correlation).Distinct()));
        Assert.All(desk, told => Assert.DoesNotContain("1203\"", told.Payload, StringComparison.Ordinal));
        Assert.Equal(1, board.Unlocks);
        Assert.All(installation.World.Oracle().Locks.Values, Assert.Empty);
    }

    [Theory, InlineData(IntercomKind.Serial), InlineData(IntercomKind.Contacts)]
    public async Task A_call_to_a_household_of_the_control_room_is_hung_up(IntercomKind kind)
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = await Installation.CreateWithLobbyAsync(kind, broker.Port, Token);
        await using var bridge = installation.Start();
        var board = await ListeningAsync(kind, installation, observer, bridge);

        Assert.NotNull(board.Call(PanelOf(kind), "1801"));
        if (kind == IntercomKind.Contacts)
        {
            // No contact can make it stop; whoever stands there gives up.
            Assert.True(await Deadline.UntilAsync(() => Desk(observer).Any(told => told.Kind == "callRefused"), Limit, Token), $"{Story(observer)}\n{bridge.Output}");
            board.HangUp(PanelOf(kind));
            board.Call(PanelOf(kind), "1203");
        }

        Assert.True(await Deadline.UntilAsync(() => Desk(observer).Any(told => told.Kind == "callEnded"), Limit, Token), $"{Story(observer)}\n{bridge.Output}");
        output.WriteLine(Story(observer));
        Assert.Contains("callRefused", Desk(observer).Select(told => told.Kind));
        Assert.DoesNotContain(Desk(observer), told => told.Kind is "callAnswered" or "callUnlockRequested");
        Assert.DoesNotContain(Desk(observer), told => told.Kind == "requestAsked" && told.Correlation == Desk(observer).First(one => one.Kind == "callRefused").Correlation);
        Assert.DoesNotContain(board.OpenCalls, call => call.Unit == "1801");
    }

    [Fact]
    public async Task A_key_that_all_units_share_is_nobodys_yes()
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = await Installation.CreateWithLobbyAsync(broker.Port, Token);
        await using var bridge = installation.Start();
        await ListeningAsync(IntercomKind.Serial, installation, observer, bridge);
        var bell = installation.World.Intercoms[LobbySite.Bell].Board;

        // A-0602 has a bell contact of its own there, and no key of its own.
        bell.Conduct("0602", new UnitConduct(UnitReaction.DoesNotAnswer, UnlocksAfter: 1.5));
        Assert.NotNull(bell.Call(LobbySite.Rear, "0602"));

        Assert.True(await Deadline.UntilAsync(() => Desk(observer).Any(told => told.Kind == "answerIgnored"), Limit, Token), $"{Story(observer)}\n{bridge.Output}");
        output.WriteLine(Story(observer));
        Assert.Contains("\"refusal\":\"wrongParty\"", Desk(observer).Single(told => told.Kind == "answerIgnored").Payload, StringComparison.Ordinal);
        Assert.Contains(Desk(observer), told => told.Kind == "requestAsked");
        Assert.DoesNotContain(Desk(observer), told => told.Kind is "requestAnswered" or "evidenceGiven");
    }

    [Fact]
    public async Task A_call_at_the_old_bell_opens_a_case_at_its_own_door()
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = await Installation.CreateWithLobbyAsync(broker.Port, Token);
        await using var bridge = installation.Start();
        await ListeningAsync(IntercomKind.Serial, installation, observer, bridge);

        installation.World.Intercoms[LobbySite.Bell].Board.Call(LobbySite.Rear, "0805");

        Assert.True(await Deadline.UntilAsync(() => Desk(observer).Any(told => told.Kind == "caseOpened"), Limit, Token), $"{Story(observer)}\n{bridge.Output}");
        output.WriteLine(Story(observer));
        var opened = Assert.Single(Desk(observer), told => told.Kind == "caseOpened");
        Assert.Contains("\"door\":\"lobby-back\"", opened.Payload, StringComparison.Ordinal);
    }

    private static string PanelOf(IntercomKind kind) => kind == IntercomKind.Serial ? LobbySite.StationPanel : LobbySite.Rear;

    /// <summary>A key that was pressed before anybody listened is not obeyed.</summary>
    private static async Task<Switchboard> ListeningAsync(IntercomKind kind, Installation installation, MosquittoSub observer, BridgeProcess bridge)
    {
        Assert.True(await bridge.IsReadyAsync(Limit, Token), bridge.Output);
        Assert.True(await Deadline.UntilAsync(() => observer.FirstHeard().Any(told => told is { Kind: "doorClosed", Door: "lobby-back" }), Limit, Token), $"nobody reads the contacts: {bridge.Output}");
        if (kind == IntercomKind.Contacts)
        {
            return installation.World.Intercoms[LobbySite.Bell].Board;
        }

        var station = (SerialIntercom)installation.World.Intercoms[LobbySite.Station];
        Assert.True(await Deadline.UntilAsync(() => station.Requests > 0, Limit, Token), $"nobody spoke to the intercom: {bridge.Output}");
        return station.Board;
    }

    // The register's tours are booked beside it, whenever they come.
    private static IReadOnlyList<ToldEvent> Desk(MosquittoSub observer) =>
        [.. observer.Heard.Where(message => message.Topic.StartsWith(Topic, StringComparison.Ordinal)).Select(message => message.Event).OfType<ToldEvent>().Where(told => told.Kind != "tourBooked").DistinctBy(told => told.Id)];

    private static string Story(MosquittoSub observer) => string.Join('\n', Desk(observer).Select(told => told.Payload));
}
