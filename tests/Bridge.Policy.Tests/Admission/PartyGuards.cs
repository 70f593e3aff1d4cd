using Bridge.Policy.Admission;
using Bridge.Policy.Alerts;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Guards of the control room, the office and the patrol.</summary>
static class PartyGuards
{
    public static readonly GuardRow[] All =
    [
        new("RF-06", "the office answers for the control room", () => Special().Reply(Office, Answer.Yes), Refusal.WrongParty),
        new("RF-06", "the team lead answers for the control room", () => Special().Reply(TeamLead, Answer.Yes), Refusal.WrongParty),
        new("RF-06", "the gate takes up the control room's question", () => Special().Acknowledge(Gate), Refusal.WrongParty),
        new("RF-02", "the control room answers for the household", () => DeskScenes.All["visitor, asked"]().Reply(ControlRoom, Answer.Yes), Refusal.WrongParty),
        new("RF-10", "the supervisor permits officers", () => DeskScenes.All["officers, asked"]().Reply(Supervisor, Answer.Yes), Refusal.WrongParty),
        new("RF-10", "more than permitted", () => DeskScenes.All["officers, asked"]().Reply(Office, Answer.Yes, 1).Press(), Refusal.PartyTooLarge),
        new("RF-10", "a party of nobody", () => DeskScenes.All["officers, asked"]().Act(id => new CaseAct.DescribeParty(id, 0, Person("o"))), Refusal.WrongState),
        new("RF-18", "who asked answers in another role", () => DeskScenes.All["officers, asked"]().Reply(Office with { Actor = Assistant.Actor }, Answer.Yes), Refusal.OwnRequest),
        new("RF-18", "whose case it is answers what another one asked", () => OfOwner(), Refusal.OwnRequest),
        new("RF-18", "the answer a second time", () => DeskScenes.All["officers, cleared"]().Reply(Office, Answer.Yes), Refusal.RequestNotOpen),
        new("RF-18", "somebody else takes the yes back", () => DeskScenes.All["officers, cleared"]().Reply(ControlRoom, Answer.No), Refusal.RequestNotOpen),
        new("RF-18", "the yes is taken back while the door opens", () => DeskScenes.All["officers, opening"]().Reply(Office, Answer.No), Refusal.RequestNotOpen, 1),
        new("RF-18", "an answer after the desk called it off", () => Special().Act(id => new CaseAct.Cancel(id)).Reply(ControlRoom, Answer.Yes), Refusal.RequestNotOpen),
        new("RF-18", "an answer to the question before this one", () => Old(), Refusal.RequestNotOpen),
        new("RF-18", "a question that was never asked", () => Never(), Refusal.RequestNotOpen),
        new("A-06", "a task that is not there", () => Never(desk => new PolicyInput.AlertActed(desk.Now, Patrol, new AlertAct.Acknowledge(new(9)))), Refusal.UnknownCase),
        new("A-06", "the assistant takes the patrol's task", () => Task().PatrolSays(id => new AlertAct.Acknowledge(id), Assistant), Refusal.NotYourRole),
        new("A-06", "who raised it takes it", () => Task().PatrolSays(id => new AlertAct.Acknowledge(id), Patrol with { Actor = Assistant.Actor }), Refusal.OwnRequest),
        new("A-06", "taken twice", () => Taken().PatrolSays(id => new AlertAct.Acknowledge(id), SecondPatrol), Refusal.AlertTaken),
        new("A-06", "declined after it was taken", () => Taken().PatrolSays(id => new AlertAct.Decline(id)), Refusal.AlertTaken),
        new("A-06", "somebody else ends it", () => Taken().PatrolSays(id => new AlertAct.Finish(id, AlertResult.NotFound), SecondPatrol), Refusal.AlertTaken),
        new("A-06", "ended before it was taken", () => Task().PatrolSays(id => new AlertAct.Finish(id, AlertResult.NotFound)), Refusal.WrongState),
        new("A-06", "under way twice", () => Taken().PatrolSays(id => new AlertAct.EnRoute(id)).PatrolSays(id => new AlertAct.EnRoute(id)), Refusal.WrongState),
        new("A-06", "there twice", () => Taken().PatrolSays(id => new AlertAct.OnScene(id)).PatrolSays(id => new AlertAct.OnScene(id)), Refusal.WrongState),
        new("A-06", "a result of another kind of task", () => Taken().PatrolSays(id => new AlertAct.Finish(id, AlertResult.EnteredWithOwnKey)), Refusal.WrongState),
        new("A-06", "after its end", () => Taken().PatrolSays(id => new AlertAct.Finish(id, AlertResult.Attended)).PatrolSays(id => new AlertAct.OnScene(id)), Refusal.WrongState),
        new("A-06", "the patrol says that it was called", () => Task().PatrolSays(id => new AlertAct.CalledByRadio(id, Person("p"))), Refusal.NotYourRole),
        new("A-06", "another lobby called it", () => Task().PatrolSays(id => new AlertAct.CalledByRadio(id, Person("p")), AssistantB), Refusal.NotYourLobby),
        new("A-06", "called after it was taken", () => Taken().PatrolSays(id => new AlertAct.CalledByRadio(id, Person("p")), Assistant), Refusal.AlertTaken),
    ];

    static DeskRun Special() => new DeskRun().Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, A1801, true, 1, Person("v")));

    static DeskRun OfOwner() => new DeskRun().Open(Category.GovernmentOfficer).Act(id => new CaseAct.DescribeParty(id, 1, Person("o")), TeamLead)
        .Reply(Office with { Actor = Assistant.Actor }, Answer.Yes);

    static DeskRun Old()
    {
        var desk = DeskScenes.All["officers, asked"]();
        var old = desk.Asked;
        return desk.Act(id => new CaseAct.DescribeParty(id, 3, Person("o"))).Do(new PolicyInput.RequestActed(desk.Now, Office, new RequestAct.Reply(old, Answer.Yes, null, null)));
    }

    static DeskRun Never(Func<DeskRun, PolicyInput>? input = null)
    {
        var desk = new DeskRun();
        return desk.Do(input?.Invoke(desk) ?? new PolicyInput.RequestActed(desk.Now, Office, new RequestAct.Reply(new(9), Answer.No, null, null)));
    }

    // Two names that do not match: the patrol is asked to come, and nobody has gone in.
    static DeskRun Task()
    {
        var rules = Rules with { Admission = Rules.Admission with { Times = Rules.Admission.Times with { PatrolNextHandset = TimeSpan.FromMinutes(1) } } };
        return new DeskRun(rules: rules).Open(Category.SelfDeclaredResident).Act(id => new CaseAct.NameHousehold(id, A1203, Person("n"))).NobodyAnswers(A1203)
            .Act(id => new CaseAct.TypeName(id, new(NameAnswer.Match, AppearanceOnFile: true), null)).Act(id => new CaseAct.CompareAppearance(id, Agrees: false));
    }

    static DeskRun Taken() => Task().PatrolSays(id => new AlertAct.Acknowledge(id));
}
