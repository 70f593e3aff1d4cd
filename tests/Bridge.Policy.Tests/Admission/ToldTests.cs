using Bridge.Policy.Admission;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Who is told, and of what: a refusal names the case to its own lobby only, and the people who have to act hear of it.</summary>
public class ToldTests
{
    [Theory]
    [InlineData("somebody else's picture")]
    [InlineData("the fourth help in an hour")]
    public void The_lead_hears_of(string what)
    {
        var desk = what == "somebody else's picture"
            ? DeskScenes.All["employee, badge checked"]().Act(id => new CaseAct.CompareLikeness(id, Agrees: false))
            : Helped();
        Assert.Contains(Role.TeamLead, desk.Told);
    }

    [Fact]
    public void A_refusal_names_its_case_but_not_to_another_lobby()
    {
        var desk = DeskScenes.All["visitor, open"]().Act(id => new CaseAct.Cancel(id), AssistantB);
        Assert.Equal((null, B, Role.LobbyAssistant), Refused(desk));
        Assert.Equal((new CaseId(1), A, Role.GatePost), Refused(desk.Press(by: Gate)));
        Assert.Equal((new CaseId(1), A, Role.LobbyAssistant), Refused(desk.Press()));
    }

    [Fact]
    public void An_answer_that_is_passed_over_names_its_case_where_there_is_one()
    {
        var known = DeskScenes.All["officers, asked"]().Reply(ControlRoom, Answer.Yes).Events.Single(told => told.Kind == EventKind.AnswerIgnored).Admission!;
        Assert.Equal((new CaseId(1), Refusal.WrongParty), (known.Case!.Value, known.Refusal!.Value));
        var desk = new DeskRun();
        desk.Do(new PolicyInput.RequestActed(desk.Now, Office with { Lobby = A }, new RequestAct.Reply(new(9), Answer.No, null, null)));
        var unknown = desk.Events.Single(told => told.Kind == EventKind.AnswerIgnored).Admission!;
        Assert.Equal((null, A), (unknown.Case, unknown.Lobby!.Value));
    }

    [Fact]
    public void Nobody_but_the_household_takes_its_yes_back() =>
        Assert.Equal((CaseStatus.Cleared, Refusal.RequestNotOpen), Stands(DeskScenes.All["self-declared, cleared by the unit"]().Reply(ControlRoom, Answer.No)));

    [Theory]
    [InlineData(false, true, AnnouncementStatus.Confirmed, "the gate says at its confirmation that the control room cleared it")]
    [InlineData(true, false, AnnouncementStatus.Confirmed, "the gate said so before")]
    [InlineData(false, false, AnnouncementStatus.Void, "nobody cleared it")]
    public void A_special_unit_is_announced_when_the_control_room_cleared_it(bool before, bool now, AnnouncementStatus status, string why)
    {
        var facts = new AnnouncementFacts(new("g"), A1801, 1, null, before, OverRadio: false);
        var desk = new DeskRun(rules: With(new AdmissionSwitches())).GateSays(new GateAct.Announce(facts, Confirmed: false)).GateSays(new GateAct.Confirm(new("g"), now));
        Assert.True(status == desk.State.Admission.Announcements[new("g")].Status, why);
        Assert.Equal(status == AnnouncementStatus.Void ? 1 : 0, desk.Count(EventKind.AnnouncementVoid));
    }

    [Fact]
    public void What_was_heard_on_the_radio_is_the_desks_and_not_the_gates()
    {
        var desk = new DeskRun().GateSays(new GateAct.Announce(new(new("g"), A1203, 1, null, false, OverRadio: true), Confirmed: false), Assistant);
        Assert.Equal((Refusal.NotYourRole, 0), (desk.GateSays(new GateAct.Confirm(new("g"), false)).Refused, desk.Count(EventKind.GateConfirmed)));
        Assert.Equal(AnnouncementStatus.Confirmed, desk.GateSays(new GateAct.Confirm(new("g"), false), Assistant).State.Admission.Announcements[new("g")].Status);
        Assert.Equal(AnnouncementStatus.Cancelled, desk.GateSays(new GateAct.Cancel(new("g")), TeamLead).State.Admission.Announcements[new("g")].Status);
    }

    [Fact]
    public void What_begins_is_told_with_its_people_and_places()
    {
        var opened = new DeskRun().Calls(A1203).Events.Single(told => told.Kind == EventKind.CaseOpened);
        Assert.Equal((Building.Lobby, A1203.Household, null), (opened.Door!.Value, opened.Admission!.Household!.Value, opened.Actor));
        Assert.Equal(Assistant.Actor, new DeskRun().Open(Category.Visitor).Events.Single(told => told.Kind == EventKind.CaseOpened).Actor);

        var announced = new DeskRun().GateSays(new GateAct.Announce(new(new("g"), A1203, 3, Person("guest"), false, false), Confirmed: false)).Events.Single().Admission!;
        Assert.Equal((A, new AnnouncementId("g"), 3, Person("guest"), A1203.Household, Role.GatePost),
            (announced.Lobby!.Value, announced.Announcement!.Value, announced.HeadCount!.Value, announced.Person!, announced.Household!.Value, announced.Role!.Value));

        var desk = new DeskRun();
        var booked = desk.OfficeSays(new TourAct.Book(new(new("t"), A, 12, desk.Now.Wall, desk.Now.Wall.AddHours(1)))).Events.Single().Admission!;
        Assert.Equal((A, new TourId("t"), 12, Role.OfficeDutyOfficer), (booked.Lobby!.Value, booked.Tour!.Value, booked.HeadCount!.Value, booked.Role!.Value));
    }

    [Fact]
    public void What_happened_around_an_account_is_remembered_as_it_was_told()
    {
        var desk = new DeskRun();
        desk.Do(new PolicyInput.SecurityNoticed(desk.Now, SecurityMatter.SignInFailed, new ActorId("a"), "third time"));
        var told = desk.Events.Single(one => one.Kind == EventKind.SecurityNoticed);
        Assert.Equal((new ActorId("a"), SecurityMatter.SignInFailed, "third time"), (told.Actor!.Value, told.Admission!.Matter!.Value, told.Detail));
    }

    static (CaseId?, LobbyId, Role) Refused(DeskRun desk)
    {
        var told = desk.Events.Last(one => one.Kind == EventKind.ActRefused).Admission!;
        return (told.Case, told.Lobby!.Value, told.Role!.Value);
    }

    static (CaseStatus, Refusal?) Stands(DeskRun desk) => (desk.Status, desk.Refused);

    static DeskRun Helped()
    {
        var desk = new DeskRun();
        for (var count = 0; count < 4; count++)
        {
            desk.Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, WangXiuying)).Press().GoesIn();
        }

        return desk;
    }
}
