using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Guards of the case, the household, the name and the key.</summary>
static class DeskGuards
{
    static readonly HouseholdFacts Mute = A1203 with { Household = new("h-mute"), Stations = 0 };

    public static readonly GuardRow[] All =
    [
        new("RF-01", "a case that is not there", () => new DeskRun().Act(new CaseAct.Cancel(new(7))), Refusal.UnknownCase),
        new("RF-01", "the front desk opens no case", () => new DeskRun().Open(Category.Visitor, new(new("f"), Role.FrontDesk, A)), Refusal.NotYourRole),
        new("RF-01", "an assistant of no lobby", () => new DeskRun().Open(Category.Visitor, new(new("f"), Role.LobbyAssistant, null)), Refusal.NotYourLobby),
        new("RF-01", "an assistant of another lobby opens a case here", () => new DeskRun().Open(Category.Visitor, AssistantB), Refusal.NotYourLobby),
        new("RF-01", "an assistant of another lobby ends a case here", () => new DeskRun().Open(Category.Visitor).Act(id => new CaseAct.Cancel(id), AssistantB), Refusal.NotYourLobby),
        new("RF-01", "a door of another lobby", () => new DeskRun().Open(Category.Visitor, door: Building.Stairs), Refusal.UnknownCase),
        new("RF-01", "a lobby that is not there", () => new DeskRun().Act(new CaseAct.Open(new("C"), Building.Lobby, Category.Visitor, null), TeamLead with { Lobby = null }), Refusal.UnknownCase),
        new("RF-01", "an emergency without its own key", () => new DeskRun().Open(Category.Emergency), Refusal.WrongState),
        new("RF-01", "a case that becomes an emergency", () => new DeskRun().Open(Category.Visitor).Act(id => new CaseAct.ChangeCategory(id, Category.Emergency)), Refusal.WrongState),
        new("RF-01", "an emergency key of the gate", () => new DeskRun().Act(new CaseAct.EmergencyEntry(A, Building.Lobby, EmergencyReason.Police), Gate), Refusal.NotYourRole),
        new("RF-01", "an emergency key of another lobby", () => new DeskRun().Act(new CaseAct.EmergencyEntry(A, Building.Lobby, EmergencyReason.Police), AssistantB), Refusal.NotYourLobby),
        new("RF-01", "so many cases that somebody must be filling the list", () => Many(), Refusal.TooMany),
        new("RF-01", "an ended case", () => new DeskRun().Open(Category.Visitor).Act(id => new CaseAct.Cancel(id)).Act(id => new CaseAct.Hold(id)), Refusal.CaseEnded),
        new("RF-01", "another kind while the door opens", () => Scene("forgotten card, opening", id => new CaseAct.ChangeCategory(id, Category.Visitor)), Refusal.WrongState, 1),
        new("RF-01", "another kind after the opening", () => Scene("forgotten card, entered", id => new CaseAct.ChangeCategory(id, Category.Visitor)), Refusal.WrongState, 1),
        new("RF-01", "another kind when a line is written", () => Scene("pass, cleared", id => new CaseAct.ChangeCategory(id, Category.Visitor)), Refusal.WrongState),
        new("RF-01", "on hold while the door opens", () => Scene("forgotten card, opening", id => new CaseAct.Hold(id)), Refusal.WrongState, 1),
        new("RF-01", "called off while the door opens", () => Scene("forgotten card, opening", id => new CaseAct.Cancel(id)), Refusal.WrongState, 1),
        new("RF-01", "refused after the opening", () => Scene("forgotten card, entered", id => new CaseAct.Refuse(id)), Refusal.WrongState, 1),
        new("RF-01", "the same evidence while the door opens", () => Scene("self-declared, opening", id => new CaseAct.CompareAppearance(id, true)), Refusal.WrongState, 1),
        new("RF-01", "nothing yet", () => new DeskRun().Open(Category.Visitor).Press(), Refusal.EvidenceMissing),
        new("RF-01", "the second press", () => DeskScenes.All["leader, open"]().Act(id => new CaseAct.RecogniseLeader(id, He, null)).Press().Press(), Refusal.GrantUsed, 1),
        new("RF-01", "a third opening", () => DeskScenes.All["forgotten card, entered"]().Press("trolley").GoesIn().Press("again"), Refusal.GrantUsed, 2),
        new("RF-01", "closed is closed", () => DeskScenes.All["forgotten card, closed"]().Press("trolley"), Refusal.GrantUsed, 1),
        new("RF-01", "once more for no reason", () => DeskScenes.All["forgotten card, entered"]().Press(" "), Refusal.ReopenReasonMissing, 1),
        new("RF-01", "nobody knows what became of it", () => DeskScenes.All["forgotten card, nobody knows"]().Press("again"), Refusal.OutcomeUnknown, 1),
        new("RF-01", "another door", () => DeskScenes.All["forgotten card, cleared"]().Press(door: Building.Garage), Refusal.WrongDoor),
        new("RF-01", "a door out of reach", () => Door(desk => new PolicyInput.LinkSensed(desk.Now, Building.Lobby, false, "")), Refusal.DoorOffline),
        new("RF-01", "a blocked door", () => Mode(DoorModeRequest.Block), Refusal.DoorBlocked),
        new("RF-01", "a door in lock-down", () => Mode(DoorModeRequest.LockDown), Refusal.DoorBlocked),
        new("RF-01", "a door that stands released", () => Mode(DoorModeRequest.Unlock), Refusal.DoorHeldOpen),
        new("RF-01", "once more at a blocked door", () => DeskScenes.All["forgotten card, entered"]().Do(new PolicyInput.ModeRequested(Late(), Building.Lobby, DoorModeRequest.Block, new("lead"))).Press("trolley"), Refusal.DoorBlocked, 1),
        new("RF-02", "a word on a call that nobody took", () => Visits(A1203).Calls(A1203).Call(CallStep.Ringing).Act(id => new CaseAct.HeardFromHousehold(id, true)), Refusal.RequestNotOpen),
        new("RF-02", "a word on a call on hold", () => Visits(A1203).Calls(A1203).Call(CallStep.Answered).Call(CallStep.Held).Act(id => new CaseAct.HeardFromHousehold(id, true)), Refusal.RequestNotOpen),
        new("RF-02", "two cases ask one household", () => Visits(Visits(A1203), A1203), Refusal.HouseholdBusy),
        new("RF-02", "asked while it is asked", () => Visits(A1203).Act(id => new CaseAct.Ask(id)), Refusal.RequestPending),
        new("RF-02", "asked while it rings", () => Visits(A1203).Calls(A1203).Call(CallStep.Ringing).After(10).Act(id => new CaseAct.Ask(id)), Refusal.RequestPending),
        new("RF-02", "asked after the opening", () => Scene("forgotten card, entered", id => new CaseAct.Ask(id)), Refusal.WrongState, 1),
        new("RF-02", "nobody to ask", () => Scene("employee, cleared", id => new CaseAct.Ask(id)), Refusal.WrongState),
        new("RF-02", "a unit that is not there", () => new DeskRun().Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, null, true, 1, Person("v"))), Refusal.UnknownHousehold),
        new("RF-02", "a unit of another tower", () => Visits(B0301), Refusal.UnknownHousehold),
        new("RF-02", "a unit that cannot be called", () => Visits(Mute), Refusal.NoStation),
        new("RF-03", "the name while it rings", () => Scene("self-declared, asked", id => new CaseAct.TypeName(id, new(NameAnswer.Match, false), null)), Refusal.NoAnswerProofMissing),
        new("RF-03", "somebody takes the call after its time, before it is hung up", () => TooLate(CallStep.Answered), Refusal.NoAnswerProofMissing),
        new("RF-03", "somebody refuses after the time, before it is hung up", () => TooLate(CallStep.Denied), Refusal.NoAnswerProofMissing),
        new("RF-03", "the unit's key after the time, before it is hung up", () => TooLate(CallStep.UnlockRequested), Refusal.NoAnswerProofMissing),
        new("RF-03", "a visitor's name", () => Scene("visitor, yes over", id => new CaseAct.TypeName(id, new(NameAnswer.Match, false), null)), Refusal.NoAnswerProofMissing),
        new("RF-04", "a name that does not match", () => Name(NameAnswer.NoMatch), Refusal.NameMismatch),
        new("RF-04", "two of the name", () => Name(NameAnswer.SecondFactNeeded), Refusal.SecondFactMissing),
        new("RF-04", "the picture before the name", () => Scene("self-declared, nobody in", id => new CaseAct.CompareAppearance(id, true)), Refusal.WrongState),
        new("RF-04", "nobody of the register", () => Known(null), Refusal.ResidentNotActive),
        new("RF-04", "a resident of another tower", () => Known(WangXiuying with { Household = B0301 }), Refusal.UnknownHousehold),
        new("RF-04", "the fourth recognition within the hour", () => Fourth(Assistant), Refusal.TooManyRecognitions, 3),
        new("RF-05", "a host who was never reached", () => Scene("visitor, on hold", id => new CaseAct.HostAtDoor(id)), Refusal.EvidenceMissing),
        new("RF-05", "a host for who is not on hold", () => Scene("visitor, asked", id => new CaseAct.HostAtDoor(id)), Refusal.WrongState),
        new("RF-05", "an address where the host does not live", () => new DeskRun().Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, A1203, false, 1, Person("v"))), Refusal.HostNotThere),
        new("RF-06", "a host of a special unit at the door", () => Visits(A1801).Reply(ControlRoom, Answer.Coming).Act(id => new CaseAct.HostAtDoor(id)), Refusal.ClearanceRouteRequired),
        new("RF-03", "no patrol, where the site wants one", () => NoPatrol().Press(), Refusal.PatrolUnreachable),
    ];

    static DeskRun Scene(string name, Func<CaseId, CaseAct> act) => DeskScenes.All[name]().Act(act);

    static Moment Late() => DeskScenes.All["forgotten card, entered"]().Now;

    static DeskRun Many()
    {
        var desk = new DeskRun();
        for (var count = 0; count <= AdmissionLimits.OpenCases; count++)
        {
            desk.Open(Category.Visitor);
        }

        return desk;
    }

    static DeskRun Door(Func<DeskRun, PolicyInput> input)
    {
        var desk = DeskScenes.All["forgotten card, cleared"]();
        return desk.Do(input(desk)).Press();
    }

    static DeskRun Mode(DoorModeRequest mode) => Door(desk => new PolicyInput.ModeRequested(desk.Now, Building.Lobby, mode, new("lead")));

    static DeskRun Visits(HouseholdFacts unit) => Visits(new DeskRun(), unit);

    static DeskRun Visits(DeskRun desk, HouseholdFacts unit) => desk.Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, unit, true, 1, Person("v")));

    static DeskRun Name(NameAnswer answer) => Scene("self-declared, nobody in", id => new CaseAct.TypeName(id, new(answer, false), null));

    static DeskRun TooLate(CallStep step) => DeskScenes.All["self-declared, asked"]().Calls(A1203).Call(CallStep.Ringing).After(30).Call(CallStep.Ended)
        .Calls(A1203).Call(CallStep.Ringing).After(30.5).Call(step).Act(id => new CaseAct.TypeName(id, new(NameAnswer.Match, false), null));

    static DeskRun Known(ResidentFacts? resident) => new DeskRun().Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, resident));

    static DeskRun Fourth(Party by)
    {
        var desk = new DeskRun();
        for (var count = 0; count < 3; count++)
        {
            desk.Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, WangXiuying)).Press().GoesIn().After(1199);
        }

        return desk.Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, WangXiuying), by);
    }

    static DeskRun NoPatrol() => new DeskRun(rules: With(new AdmissionSwitches { RequirePatrolReachable = true }) is var rules
        ? rules with { Admission = rules.Admission with { Lobbies = rules.Admission.Lobbies.SetItem(A, rules.Admission.Lobbies[A] with { Handsets = [] }) } } : null)
        .Open(Category.SelfDeclaredResident).Act(id => new CaseAct.NameHousehold(id, A1203, Person("n"))).NobodyAnswers(A1203)
        .Act(id => new CaseAct.TypeName(id, new(NameAnswer.Match, false), null));
}
