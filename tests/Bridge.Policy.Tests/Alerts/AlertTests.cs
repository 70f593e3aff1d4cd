using Bridge.Policy.Admission;
using Bridge.Policy.Alerts;
using Bridge.Policy.Tests.Admission;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Alerts;

/// <summary>A task of the patrol: whom it is offered, who takes it, and who hears how it ended.</summary>
public class AlertTests
{
    [Fact]
    public void It_is_offered_handset_by_handset_and_then_on_the_radio()
    {
        var desk = Task();
        Assert.Equal((0, 0), Offers(desk));
        Assert.Equal((1, 0), Offers(desk.PatrolSays(id => new AlertAct.Decline(id))));
        Assert.Equal((1, 1), Offers(desk.PatrolSays(id => new AlertAct.Decline(id), SecondPatrol)));
        Assert.Equal(2, desk.Count(EventKind.AlertDeclined));
    }

    [Fact]
    public void Nobody_is_asked_sooner_because_something_else_is_due()
    {
        var desk = Task().Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, WangXiuying));
        Assert.Equal((0, 0), Offers(desk.After(10)));
        Assert.Equal(CaseStatus.Verifying, desk.Status);
        Assert.Equal((1, 0), Offers(desk.After(20)));
    }

    [Fact]
    public void A_lobby_without_handsets_calls_on_the_radio_at_once() => Assert.Equal((0, 1), Offers(Task(handsets: false)));

    [Fact]
    public void Who_was_called_on_the_radio_has_it_and_whoever_comes_reports()
    {
        var desk = Task().PatrolSays(id => new AlertAct.CalledByRadio(id, Person("zhao")), Assistant);
        Assert.Equal((1, Person("zhao")), (desk.Count(EventKind.AlertAcknowledged), desk.Changes.Last(change => change.Kind == RecordChangeKind.AlertAcknowledged).Person));
        Assert.Equal("on the radio", desk.Events.Last(told => told.Kind == EventKind.AlertAcknowledged).Detail);
        Assert.Equal(AlertStatus.EnRoute, desk.PatrolSays(id => new AlertAct.EnRoute(id), SecondPatrol).State.Admission.Alerts.Values.Single().Status);
    }

    [Theory]
    [InlineData(AlertResult.NotFound, 2)]
    [InlineData(AlertResult.NotResident, 2)]
    [InlineData(AlertResult.EnteredWithOwnKey, 0)]
    public void Who_was_not_found_or_does_not_live_there_is_an_incident(AlertResult result, int incidents)
    {
        var desk = Task().PatrolSays(id => new AlertAct.Acknowledge(id)).PatrolSays(id => new AlertAct.Finish(id, result));
        var raised = desk.Events.Where(told => told.Kind == EventKind.IncidentRaised).ToList();
        Assert.Equal(incidents, raised.Count);
        Assert.All(raised, told => Assert.Equal((Patrol.Actor, result, Role.Patrol), (told.Actor!.Value, told.Admission!.AlertResult!.Value, told.Admission.Role!.Value)));
        Assert.Equal(incidents == 0 ? [] : [Role.ControlRoom, Role.TeamLead], raised.Select(told => told.Admission!.Told!.Value));
    }

    [Fact]
    public void What_is_told_of_it_says_which_and_whose()
    {
        var desk = Task();
        var raised = desk.Events.Single(told => told.Kind == EventKind.AlertRaised).Admission!;
        Assert.Equal((new AlertId(1), new CaseId(1), AlertKind.Tracking, A, 0), (raised.Alert!.Value, raised.Case!.Value, raised.AlertKind!.Value, raised.Lobby!.Value, raised.Step!.Value));
        var taken = desk.PatrolSays(id => new AlertAct.Acknowledge(id)).Events.Last(told => told.Kind == EventKind.AlertAcknowledged);
        Assert.Equal((Patrol.Actor, Role.Patrol), (taken.Actor!.Value, taken.Admission!.Role!.Value));
    }

    static (int Handset, int Radio) Offers(DeskRun desk) => (desk.Count(EventKind.AlertOffered), desk.Count(EventKind.RadioDemanded));

    static DeskRun Task(bool handsets = true)
    {
        var lobby = Rules.Admission.Lobbies[A] with { Handsets = handsets ? Rules.Admission.Lobbies[A].Handsets : [] };
        var admission = Rules.Admission with
        {
            Lobbies = Rules.Admission.Lobbies.SetItem(A, lobby), Times = Rules.Admission.Times with { Recognition = TimeSpan.FromSeconds(10) },
        };
        return new DeskRun(rules: Rules with { Admission = admission }).Open(Category.SelfDeclaredResident).Act(id => new CaseAct.NameHousehold(id, A1203, Person("n")))
            .NobodyAnswers(A1203).Act(id => new CaseAct.TypeName(id, new(NameAnswer.Match, AppearanceOnFile: false), null)).Press().GoesIn();
    }
}
