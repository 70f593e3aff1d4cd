using Bridge.Console.Posts.Gate;
using Bridge.Console.Posts.Office;
using Bridge.Console.Posts.Questions;
using Bridge.Host.Accounts;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Role = Bridge.Host.Accounts.Role;

namespace Bridge.Host.Tests.Seats;

/// <summary>What gate, control room and office ask for on their pages is judged like the same request of the API, and each sees what is its own.</summary>
public sealed class AnsweringPostTests : IDisposable
{
    private readonly PostBench bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("A-1203", true, false, AnnouncementStage.Confirmed, "an ordinary household")]
    [InlineData("A-1203", false, false, AnnouncementStage.Draft, "nobody confirmed it yet")]
    [InlineData("A-1801", true, false, AnnouncementStage.Void, "the control room has to be asked first")]
    [InlineData("A-1801", true, true, AnnouncementStage.Confirmed, "the control room gave its word")]
    public async Task AnAnnouncementStandsWhereTheProcedurePutsIt(string unit, bool confirmed, bool cleared, AnnouncementStage stage, string why)
    {
        var gate = bench.Gate(new FakeCallingSeat("gate", Role.GatePost, LobbyTower.Lobby));
        Assert.Null(await bench.RefusalAsync(gate.ActAsync(new GateWish.Announce("a", $" {unit} ", "王明", 2, confirmed, cleared), Stop)));
        var view = (await PostBench.SeenAsync(gate))!;
        var row = Assert.Single(view.Announcements);
        Assert.True((unit, "王明", 2, stage) == (row.Unit, row.Visitor, row.HeadCount, row.Stage), $"{why}: {row}");
        Assert.Equal(stage == AnnouncementStage.Confirmed ? TimeSpan.FromMinutes(20) : null, row.Left);
        Assert.Equal("a", Assert.Single(view.Lobbies).Id);
    }

    [Fact]
    public async Task ADraftIsConfirmedAndCalledOff()
    {
        var gate = bench.Gate(new FakeCallingSeat("gate", Role.GatePost, LobbyTower.Lobby));
        await bench.RefusalAsync(gate.ActAsync(new GateWish.Announce("a", "A-1203", "王明", 1, false, false), Stop));
        var id = (await PostBench.SeenAsync(gate))!.Announcements[0].Id;
        Assert.Null(await bench.RefusalAsync(gate.ActAsync(new GateWish.Confirm(id, false), Stop)));
        Assert.Equal("wrong_state", await bench.RefusalAsync(gate.ActAsync(new GateWish.Confirm(id, false), Stop)));
        Assert.Null(await bench.RefusalAsync(gate.ActAsync(new GateWish.Cancel(id), Stop)));
        Assert.Equal(AnnouncementStage.Cancelled, (await PostBench.SeenAsync(gate))!.Announcements[0].Stage);
    }

    [Theory]
    [InlineData(Role.Patrol, "a", "A-1203", "not-permitted", "the patrol announces nobody")]
    [InlineData(Role.GatePost, "b", "A-1203", "not-found", "the gate of another lobby")]
    [InlineData(Role.GatePost, "a", "A-9999", "unknown_household", "no such unit")]
    [InlineData(Role.GatePost, "a", "B-1203", "unknown_household", "a unit of another lobby")]
    public async Task WhoMayNotAnnounceIsToldSo(Role role, string lobby, string unit, string code, string why)
    {
        var gate = bench.Gate(new FakeCallingSeat("somebody", role, new LobbyId(lobby)));
        Assert.True(await bench.RefusalAsync(gate.ActAsync(new GateWish.Announce("a", unit, "王明", 1, true, false), Stop)) == code, why);
        Assert.Empty(bench.State.Announcements);
    }

    [Fact]
    public async Task WhoLostHisPostSeesAndDoesNothing()
    {
        var seat = new FakeCallingSeat("gate", Role.GatePost, LobbyTower.Lobby);
        var gate = bench.Gate(seat);
        Assert.NotNull(await PostBench.SeenAsync(gate));
        seat.Caller = null;
        Assert.Null(await PostBench.SeenAsync(gate));
        Assert.Equal("signed_out", await bench.RefusalAsync(gate.ActAsync(new GateWish.Announce("a", "A-1203", "王明", 1, true, false), Stop)));
        Assert.Equal(0, seat.Acts);
    }

    [Fact]
    public async Task AQuestionRunsItsClocksUntilItIsAnsweredAndAYesCanBeTakenBack()
    {
        var one = bench.SpecialVisitor();
        var room = bench.ControlRoom(new FakeCallingSeat("ccr", Role.ControlRoom, null));
        bench.After(5);
        var asked = Assert.Single((await PostBench.SeenAsync(room))!.Questions);
        Assert.Equal((QuestionStand.New, "A-1801", 2, TimeSpan.FromSeconds(15)), (asked.Stand, asked.Unit, asked.HeadCount, asked.Left));

        Assert.Null(await bench.RefusalAsync(room.ActAsync(new QuestionWish.TakeOn(asked.Id), Stop)));
        var taken = Assert.Single((await PostBench.SeenAsync(room))!.Questions);
        Assert.Equal((QuestionStand.TakenOn, TimeSpan.FromSeconds(115)), (taken.Stand, taken.Left));

        Assert.Null(await bench.RefusalAsync(room.ActAsync(new QuestionWish.Answer(asked.Id, QuestionReply.Yes, 2, "家属已确认"), Stop)));
        Assert.Equal(CaseStatus.Cleared, bench.State.Cases[one].Status);
        var given = Assert.Single((await PostBench.SeenAsync(room))!.Questions);
        Assert.Equal((QuestionStand.Permitted, asked.Id, TimeSpan.FromMinutes(5)), (given.Stand, given.Id, given.Left));
        Assert.DoesNotContain(bench.Bench.Journal(), entry => entry.Entry.Body.Contains("家属", StringComparison.Ordinal));

        Assert.Null(await bench.RefusalAsync(room.ActAsync(new QuestionWish.Answer(asked.Id, QuestionReply.No, null, null), Stop)));
        Assert.Empty((await PostBench.SeenAsync(room))!.Questions);
        Assert.Equal(CaseStatus.Refused, bench.State.Cases[one].Status);
    }

    [Fact]
    public async Task AQuestionThatNobodyTakesOnIsLateAndSaysWhoKnows()
    {
        bench.SpecialVisitor();
        bench.After(21);
        var room = bench.ControlRoom(new FakeCallingSeat("ccr", Role.ControlRoom, null));
        var late = Assert.Single((await PostBench.SeenAsync(room))!.Questions);
        Assert.Equal((TimeSpan.FromSeconds(-1), 1), (late.Left, late.Escalations));
    }

    [Fact]
    public async Task TheControlRoomsQuestionIsNotTheOffices()
    {
        bench.SpecialVisitor();
        var office = bench.Office(new FakeCallingSeat("off", Role.OfficeDutyOfficer, null));
        var id = bench.State.Cases.Values.Single().Request!.Id.Number;
        Assert.Empty((await PostBench.SeenAsync(office))!.Questions);
        Assert.Equal("wrong_party", await bench.RefusalAsync(office.ActAsync(new QuestionWish.Answer(id, QuestionReply.Yes, null, null), Stop)));
        Assert.Null(await PostBench.SeenAsync(bench.ControlRoom(new FakeCallingSeat("off", Role.OfficeDutyOfficer, null))));
    }

    [Fact]
    public async Task ATourIsBookedByTheSitesWallAndCalledOff()
    {
        var office = bench.Office(new FakeCallingSeat("off", Role.OfficeDutyOfficer, null));
        var from = new DateTime(2026, 3, 2, 14, 0, 0);
        Assert.Null(await bench.RefusalAsync(office.ActAsync(new TourWish.Book("a", 12, from, from.AddHours(1)), Stop)));
        var tour = Assert.Single((await PostBench.SeenAsync(office))!.Tours);
        Assert.Equal((new DateTimeOffset(from, TimeSpan.FromHours(8)), 12), (tour.From, tour.ToCome));

        Assert.Null(await bench.RefusalAsync(office.ActAsync(new TourWish.Cancel(tour.Id), Stop)));
        Assert.Empty((await PostBench.SeenAsync(office))!.Tours);
        Assert.Equal("tour", await bench.RefusalAsync(office.ActAsync(new TourWish.Book("a", 12, from, from), Stop)));
        var gate = bench.Office(new FakeCallingSeat("gate", Role.GatePost, LobbyTower.Lobby));
        Assert.Equal("not-permitted", await bench.RefusalAsync(gate.ActAsync(new TourWish.Book("a", 12, from, from.AddHours(1)), Stop)));
    }

    [Fact]
    public async Task AnEmergencyIsSeenByWhoHasToKnow()
    {
        var room = bench.ControlRoom(new FakeCallingSeat("ccr", Role.ControlRoom, null));
        var door = Assert.Single((await PostBench.SeenAsync(room))!.Doors);
        Assert.Null(await bench.RefusalAsync(room.OpenForEmergencyAsync(new EmergencyWish(door.Lobby, door.Door, Console.Desk.EmergencyKind.Medical), Stop)));
        var office = bench.Office(new FakeCallingSeat("off", Role.OfficeDutyOfficer, null));
        Assert.Equal(Console.Desk.EmergencyKind.Medical, Assert.Single((await PostBench.SeenAsync(office))!.Emergencies).Reason);
        Assert.Single(bench.Bench.Line.Pulses);
    }
}
