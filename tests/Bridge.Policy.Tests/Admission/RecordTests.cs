using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>The kept records: who wrote them, whom they name, what may be corrected.</summary>
public class RecordTests
{
    [Fact]
    public void Who_came_in_an_emergency_is_completed_and_may_be_replaced()
    {
        var desk = Emergency().GoesIn();
        Assert.False(desk.Case.RecordComplete);
        Assert.Equal((true, Person("crew")), Completed(desk.Act(id => new CaseAct.CompleteRecord(id, Person("crew")))));
        Assert.Equal((true, Person("other crew")), Completed(desk.Act(id => new CaseAct.CompleteRecord(id, Person("other crew")))));
        Assert.Equal((true, null), Completed(Emergency().GoesIn().Act(id => new CaseAct.CompleteRecord(id, null))));
    }

    [Theory]
    [InlineData("visitor, open", "nothing is known of him, and no line is owed")]
    [InlineData("visitor, asked", "his line says all there is")]
    [InlineData("pass, recording", "the line was written before the release")]
    public void Who_was_not_let_in_owes_nothing_more(string scene, string why) =>
        Assert.True(DeskScenes.All[scene]().Act(id => new CaseAct.Cancel(id)).Case.RecordComplete, why);

    [Fact]
    public void A_passes_line_is_complete_when_it_is_written() => Assert.True(DeskScenes.All["pass, recording"]().Case.RecordComplete);

    [Theory]
    [InlineData(202603, 1, "the first of an earlier month")]
    [InlineData(202603, 2, "the last of an earlier month, whose number is higher than this month's")]
    [InlineData(202604, 1, "the last of all")]
    public void A_line_that_was_given_out_may_be_corrected(int month, int ordinal, string why)
    {
        var desk = Refused(Refused(new DeskRun("23:50:00", date: "2026-03-31")));
        Refused(desk.After(900)).Act(new CaseAct.AmendRecord(new(RecordForm.VisitorLog, month, ordinal), Person("a")));
        var amended = desk.Events.Last(told => told.Kind == EventKind.RecordChanged);
        Assert.True((RecordChangeKind.Amended, A, Role.LobbyAssistant) == (amended.Admission!.Change, amended.Admission.Lobby, amended.Admission.Role), why);

        // The reason is somebody's words: it is sealed with the person's fields and stands in no event.
        Assert.Null(amended.Detail);
        Assert.Equal((Person("a"), Assistant.Actor), (desk.Changes.Last().Person, desk.Changes.Last().By!.Value));
    }

    [Fact]
    public void The_lead_and_the_supervisor_correct_too()
    {
        foreach (var by in new[] { TeamLead, Supervisor })
        {
            var desk = Refused(new DeskRun()).Act(new CaseAct.AmendRecord(new(RecordForm.VisitorLog, 202603, 1), Person("a")), by);
            Assert.Equal(by.Actor, desk.Changes.Last().By);
        }
    }

    [Fact]
    public void A_line_names_who_wrote_it_else_whose_case_it_was_else_the_bridge()
    {
        Assert.Equal(TeamLead.Actor, DeskScenes.All["visitor, asked"]().Act(id => new CaseAct.Cancel(id), TeamLead).Lines.Single().Author);
        Assert.Equal(Assistant.Actor, DeskScenes.All["visitor, expired"]().Lines.Single().Author);
        var nobodys = new DeskRun().Calls(A1203).Call(CallStep.Ringing).Act(id => new CaseAct.ChangeCategory(id, Category.Visitor));
        Assert.Equal(Assistant.Actor, nobodys.Call(CallStep.Denied).Lines.Single().Author);
    }

    [Theory]
    [InlineData("visitor, cancelled", 1, 0)]
    [InlineData("self-declared, refused", 0, 1)]
    public void Each_form_is_told_as_itself(string scene, int visitors, int duty)
    {
        var desk = DeskScenes.All[scene]();
        Assert.Equal((visitors, duty), (desk.Count(EventKind.VisitorLogWritten), desk.Count(EventKind.DutyLogWritten)));
    }

    [Fact]
    public void How_a_task_ended_is_added_to_the_line()
    {
        var desk = DeskScenes.All["self-declared, opening"]().GoesIn().PatrolSays(id => new Policy.Alerts.AlertAct.Acknowledge(id))
            .PatrolSays(id => new Policy.Alerts.AlertAct.Finish(id, Policy.Alerts.AlertResult.NotFound));
        Assert.Equal("NotFound", desk.Events.Last(told => told.Kind == EventKind.RecordChanged).Detail);
    }

    /// <summary>Whoever is said first stays until somebody else is said.</summary>
    [Theory]
    [InlineData("leader")]
    [InlineData("badge")]
    [InlineData("pass")]
    [InlineData("self-declared")]
    [InlineData("name")]
    public void A_person_stays_until_another_one_is_said(string kind)
    {
        var desk = kind switch
        {
            "leader" => DeskScenes.All["leader, open"](),
            "badge" => new DeskRun().Open(Category.Employee),
            "pass" => new DeskRun("09:00:00").Open(Category.PassHolder),
            "self-declared" => new DeskRun().Open(Category.SelfDeclaredResident),
            _ => DeskScenes.All["self-declared, nobody in"](),
        };
        Assert.Equal(Person("x"), desk.Act(id => Says(kind, id, Person("x"))).Case.Person);
        Assert.Equal(Person("x"), desk.Act(id => Says(kind, id, null)).Case.Person);
        desk = kind == "name" ? DeskScenes.All["self-declared, nobody in"]() : desk;
        Assert.Equal(Person("y"), desk.Act(id => Says(kind, id, Person("y"))).Case.Person);
    }

    [Theory]
    [InlineData(null, "v", "the gate gave no name: the one that the desk heard stays")]
    [InlineData("guest", "guest", "the gate's name counts")]
    public void An_announced_visitor_is_who_the_gate_said(string? announced, string recorded, string why)
    {
        var facts = new AnnouncementFacts(new("g2"), A1203, 1, announced is null ? null : Person(announced), ClearedByControlRoom: false, OverRadio: false);
        var desk = DeskScenes.All["visitor, asked"]().GateSays(new GateAct.Announce(facts, Confirmed: true))
            .Act(id => new CaseAct.ChangeCategory(id, Category.AnnouncedVisitor)).Act(id => new CaseAct.MatchAnnouncement(id, new("g2"), 1, true));
        Assert.True(Person(recorded) == desk.Case.Person, why);
    }

    static CaseAct Says(string kind, CaseId id, SealedPerson? person) => kind switch
    {
        "leader" => new CaseAct.RecogniseLeader(id, He, person),
        "badge" => new CaseAct.PresentBadge(id, Badge0231, person),
        "pass" => new CaseAct.PresentPass(id, DecoratorPass, person),
        "self-declared" => new CaseAct.NameHousehold(id, A1203, person),
        _ => new CaseAct.TypeName(id, new(NameAnswer.SoundsAlike, false), person),
    };

    static (bool, SealedPerson?) Completed(DeskRun desk) => (desk.Case.RecordComplete, desk.Case.Person);

    static DeskRun Emergency() => new DeskRun().Act(new CaseAct.EmergencyEntry(A, Building.Lobby, EmergencyReason.Police));

    static DeskRun Refused(DeskRun desk) => desk.Open(Category.GovernmentOfficer).Act(id => new CaseAct.DescribeParty(id, 1, Person("o"))).Act(id => new CaseAct.Cancel(id));
}
