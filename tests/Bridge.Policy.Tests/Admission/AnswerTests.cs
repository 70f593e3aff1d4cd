using Bridge.Policy.Admission;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>What each answer makes of a question, and who may take his yes back.</summary>
public class AnswerTests
{
    [Theory]
    [InlineData("officers, asked", Answer.No, CaseStatus.Refused, Refusal.OfficeRefused, "the office refuses")]
    [InlineData("officers, asked", Answer.Later, CaseStatus.Refused, Refusal.ToldLater, "not now: a new case then")]
    [InlineData("officers, asked", Answer.Coming, CaseStatus.Holding, null, "somebody comes down")]
    [InlineData("officers, asked", Answer.NobodyAnswers, CaseStatus.Refused, Refusal.OfficeRefused, "the office has nobody else to ask")]
    [InlineData("employee, asked for", Answer.No, CaseStatus.Refused, Refusal.OfficeRefused, "the office does not know him")]
    public void Of_the_office(string scene, Answer answer, CaseStatus ends, Refusal? refused, string why)
    {
        var desk = DeskScenes.All[scene]().Reply(Office, answer);
        Assert.True((ends, refused) == (desk.Status, desk.Case.Refused), why);
        Assert.Equal(0, desk.Press().Opened);
    }

    [Theory]
    [InlineData(Answer.No, CaseStatus.Refused, Refusal.ControlRoomRefused)]
    [InlineData(Answer.Later, CaseStatus.Refused, Refusal.ToldLater)]
    [InlineData(Answer.NobodyAnswers, CaseStatus.Refused, Refusal.HouseholdDidNotAnswer)]
    [InlineData(Answer.Coming, CaseStatus.Holding, null)]
    public void Of_the_control_room_for_a_visitor(Answer answer, CaseStatus ends, Refusal? refused)
    {
        var desk = Special().Reply(ControlRoom, answer);
        Assert.Equal((ends, refused), (desk.Status, desk.Case.Refused));
        Assert.Equal(0, desk.Press().Opened);
    }

    [Fact]
    public void Who_said_yes_takes_it_back_before_the_opening()
    {
        (DeskRun Desk, Party By, Refusal Why)[] rows =
        [
            (DeskScenes.All["officers, cleared"](), Office, Refusal.OfficeRefused),
            (Special().Reply(ControlRoom, Answer.Yes), ControlRoom, Refusal.ControlRoomRefused),
            (DeskScenes.All["employee, asked for"]().Reply(Office, Answer.Yes), Office, Refusal.OfficeRefused),
            (DeskScenes.All["employee, asked for"]().Reply(Supervisor, Answer.Yes), Supervisor, Refusal.OfficeRefused),
        ];
        foreach (var (desk, by, why) in rows)
        {
            desk.Reply(by, Answer.No);
            Assert.Equal((CaseStatus.Refused, why), (desk.Status, desk.Case.Refused));
            Assert.Equal(1, desk.Count(EventKind.EvidenceVoided));
            Assert.Equal(0, desk.Press().Opened);
        }
    }

    [Fact]
    public void Nobody_else_does()
    {
        (DeskRun Desk, Party By)[] rows =
        [
            (DeskScenes.All["officers, cleared"](), Supervisor),
            (Special().Reply(ControlRoom, Answer.Yes), Office),
            (DeskScenes.All["employee, asked for"]().Reply(Office, Answer.Yes), ControlRoom),
        ];
        foreach (var (desk, by) in rows)
        {
            Assert.Equal(Refusal.RequestNotOpen, desk.Reply(by, Answer.No).Refused);
            Assert.Equal(1, desk.Press().Opened);
        }
    }

    [Fact]
    public void A_question_is_taken_up_once_and_by_its_own_party()
    {
        var desk = DeskScenes.All["officers, asked"]().Acknowledge(Office).Acknowledge(Office with { Actor = new("second") });
        Assert.Equal((1, Office.Actor), (desk.Count(EventKind.RequestAcknowledged), desk.Case.Request!.AcknowledgedBy));
        Assert.Equal(Refusal.WrongParty, desk.Acknowledge(Supervisor).Refused);
        Assert.Equal(Refusal.OwnRequest, desk.Acknowledge(Office with { Actor = Assistant.Actor }).Refused);

        // Taken up late, the time for the answer is the same.
        var late = DeskScenes.All["officers, asked"]().After(100).Acknowledge(Office).After(80);
        Assert.Equal(2, late.Count(EventKind.RequestEscalated));
    }

    [Fact]
    public void A_grant_names_its_case_its_evidence_and_the_press()
    {
        var desk = DeskScenes.All["forgotten card, cleared"]().Act(id => new CaseAct.PressOpen(id, Building.Lobby, null, 17));
        var granted = desk.Events.Last(e => e.Kind == EventKind.AccessGranted);
        Assert.Equal((Assistant.Actor, 17L, desk.Last, EvidenceKind.RecognisedResident), (granted.Actor!.Value, granted.Admission!.ClientSequence, granted.Admission.Case!.Value, granted.Admission.EvidenceKind));
        Assert.Null(granted.Detail);
        var grant = Assert.Single(desk.Case.Grants);
        Assert.Equal((granted.Access, TimeSpan.FromSeconds(15), false), (grant.Access, grant.Until - grant.MintedAt, grant.Reopening));
        desk.GoesIn().Press("trolley");
        Assert.Equal("opened once more", desk.Events.Last(e => e.Kind == EventKind.AccessGranted).Detail);
        Assert.True(desk.Case.Grants[^1].Reopening);
    }

    static DeskRun Special() => new DeskRun().Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, A1801, true, 1, Person("v")));
}
