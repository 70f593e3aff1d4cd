using Bridge.Console.Desk;
using Bridge.Console.Posts.ControlRoom;
using Bridge.Console.Posts.Gate;
using Bridge.Console.Posts.Office;
using Bridge.Console.Posts.Patrol;
using Bridge.Console.Posts.Questions;
using Bridge.Console.Seats;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Runtime;
using Bridge.Host.Seats;
using Bridge.Host.Seats.Posts;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Journal.Records;
using Bridge.Journal.Residents;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Microsoft.Extensions.Logging.Abstractions;
using Role = Bridge.Host.Accounts.Role;
using SealedPerson = Bridge.Policy.Admission.SealedPerson;

namespace Bridge.Host.Tests.Seats;

/// <summary>The posts' pages' ports before a real engine, journal, register and vault, in a tower with a lobby and two phones of the patrol.</summary>
internal sealed class PostBench : IDisposable
{
    public static readonly Party Assistant = new(new ActorId("la"), Policy.Admission.Role.LobbyAssistant, LobbyTower.Lobby);

    // As the procedure says: after the second name that does not agree.
    private const int NameTries = 2;

    private readonly TestFolder folder = new();
    private readonly ResidentRegister register;
    private readonly PersonVault vault;
    private readonly DeskParts desk;
    private readonly PatrolPresence presence;
    private readonly SiteHolder site;

    public PostBench()
    {
        register = LobbyTower.OpenRegister(folder);
        Bench.People = register;
        var lobby = LobbyTower.Rules.Admission.Lobbies[LobbyTower.Lobby] with { Handsets = [new HandsetId("P1"), new HandsetId("P2")] };
        var rules = LobbyTower.Rules with { Admission = LobbyTower.Rules.Admission with { Lobbies = LobbyTower.Rules.Admission.Lobbies.SetItem(LobbyTower.Lobby, lobby) } };
        Bench.Ask(at => new PolicyInput.ConfigurationApplied(at, rules));
        Bench.Engine.TakeTurn();
        site = new SiteHolder(Good.Sample() with { Rules = rules, Wiring = LobbyTower.Wiring });
        vault = Assert.IsType<PersonVaultOpened.Open>(PersonVault.Open(
            new PersonVaultOptions(Bench.Options.Path, folder.File("person-keys.db"), Bench.Options.Site), Bench.Time)).Vault;
        var people = new PersonSealer(vault, Bench.Time);
        var facts = new RegisterFacts(() => register.Current, Bench.Time, TimeZoneInfo.FindSystemTimeZoneById("Asia/Hong_Kong"));
        var office = new DeskOffice(Bench.Queue, Bench.Clock, Bench.Monitor, new SecurityLog(NullLogger<SecurityLog>.Instance));
        desk = new DeskParts(office, new DeskViews(office, facts, people), facts, people, new RecordShelf(site.Current, vault, facts));
        presence = new PatrolPresence(Bench.Time);
    }

    public EngineBench Bench { get; } = EngineBench.Running();

    public AdmissionState State => Bench.State.Admission;

    public DeskParts Parts => desk;

    private LobbyNames Names => new(new SeatNames(site), site, new StillBoard(Bench.Time));

    public IGate Gate(FakeCallingSeat seat) => new GateWindow(Window(seat), desk, Names);

    public IPatrol Patrol(FakeCallingSeat seat) => new PatrolWindow(Window(seat), desk, Names, presence);

    public IControlRoom ControlRoom(FakeCallingSeat seat) => new ControlRoomWindow(
        Window(seat), new QuestionPicture(desk, Names), new TaskPicture(desk, Names), new Answerer(Window(seat), desk), Names, presence);

    public IOffice Office(FakeCallingSeat seat) => new OfficeWindow(
        Window(seat), new QuestionPicture(desk, Names), new Answerer(Window(seat), desk), desk, Names,
        site.Current with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Hong_Kong") });

    /// <summary>The first picture; null where the seat has none to see.</summary>
    public static async Task<TPicture?> SeenAsync<TPicture>(IPictureSource<TPicture> source)
        where TPicture : class, IPicture
    {
        await foreach (var picture in source.WatchAsync(TestContext.Current.CancellationToken))
        {
            return picture;
        }

        return null;
    }

    /// <summary>What somebody asked for, after the engine's turn.</summary>
    public async Task<string?> RefusalAsync(Task<ActOutcome> asked)
    {
        Bench.Engine.TakeTurn();
        return (await asked).Refusal;
    }

    public void Desk(Func<Moment, CaseAct> act)
    {
        Bench.Ask(at => new PolicyInput.CaseActed(at, Assistant, act(at)));
        Bench.Engine.TakeTurn();
    }

    /// <summary>Time goes by, and the engine sees what has become due.</summary>
    public void After(int seconds)
    {
        Bench.Time.Advance(TimeSpan.FromSeconds(seconds));
        Bench.Ask(at => new PolicyInput.Tick(at));
        Bench.Engine.TakeTurn();
    }

    /// <summary>A visitor of the household that is asked through the control room.</summary>
    public CaseId SpecialVisitor()
    {
        Desk(_ => new CaseAct.Open(LobbyTower.Lobby, Tower.Lobby, Category.Visitor, null));
        var one = State.Cases.Keys.Last();
        Desk(_ => new CaseAct.DescribeVisit(one, desk.Register.Household("A-1801", LobbyTower.Lobby), HostLivesThere: true, 2, Sealed));
        return one;
    }

    /// <summary>Somebody says that he lives there, nobody answers, and no name agrees: the patrol is sent to the desk.</summary>
    public async Task<long> SentForAsync()
    {
        Desk(_ => new CaseAct.Open(LobbyTower.Lobby, Tower.Lobby, Category.SelfDeclaredResident, null));
        var one = State.Cases.Keys.Last();
        Desk(_ => new CaseAct.NameHousehold(one, desk.Register.Household("A-1801", LobbyTower.Lobby), Sealed));
        var room = ControlRoom(new FakeCallingSeat("ccr", Role.ControlRoom, null));
        Assert.Null(await RefusalAsync(room.ActAsync(
            new QuestionWish.Answer(State.Cases[one].Request!.Id.Number, QuestionReply.NobodyAnswers, null, null),
            TestContext.Current.CancellationToken)));
        for (var attempt = 0; attempt < NameTries; attempt++)
        {
            Desk(_ => new CaseAct.TypeName(one, new NameFacts(NameAnswer.NoMatch, AppearanceOnFile: false), Sealed));
        }

        return Assert.Single(State.Alerts).Key.Number;
    }

    public void Dispose()
    {
        vault.Dispose();
        register.Dispose();
        Bench.Dispose();
        folder.Dispose();
    }

    private static SealedPerson Sealed { get; } = new(new PersonId("p-1"), "00");

    private PostWindow Window(FakeCallingSeat seat) => new(seat, desk.People, Bench.Monitor, new StillBoard(Bench.Time), Bench.Time);
}
