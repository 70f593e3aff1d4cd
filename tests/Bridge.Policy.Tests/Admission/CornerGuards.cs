using Bridge.Policy.Admission;
using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Guards that show only when something else has happened before: who is in already, what was shown too long ago, what another tower said.</summary>
static class CornerGuards
{
    static readonly AnnouncementFacts Second = new(new("g2"), A1203, 1, null, ClearedByControlRoom: false, OverRadio: false);
    static readonly DoorId Ghost = new("ghost");

    public static readonly GuardRow[] All =
    [
        new("RF-01", "a door that its lobby has and the building has not", Unbuilt, Refusal.UnknownCase),
        new("RF-01", "an emergency without its own key, in another tower", () => new DeskRun().Open(Category.Emergency, AssistantB), Refusal.NotYourLobby),
        new("RF-01", "once more after a minute, while the line still wants a name", () => Emergency().GoesIn().After(60.001).Press("stretcher"), Refusal.ReopenTooLate, 1),
        new("RF-02", "another visit while the door opens", () => Visit(Welcome().Press()), Refusal.WrongState, 1),
        new("RF-03", "the name, when the control room's yes has run out and nobody was called", () => Special().Reply(ControlRoom, Answer.Yes).After(300).Act(Typed), Refusal.NoAnswerProofMissing),
        new("RF-04", "a look at the picture where the register has none", () => Named(onFile: false).Act(id => new CaseAct.CompareAppearance(id, Agrees: false)), Refusal.WrongState),
        new("RF-04", "a look at the picture when the name was given a minute ago", () => Named(onFile: true).After(60).Act(id => new CaseAct.CompareAppearance(id, Agrees: true)), Refusal.WrongState),
        new("RF-05", "asked again when the officers are in", () => DeskScenes.All["officers, opening"]().GoesIn().Act(id => new CaseAct.Ask(id)), Refusal.WrongState, 1),
        new("RF-07", "a second announcement for who is in already", () => More(DeskScenes.All["announced, opening"]().GoesIn()), Refusal.WrongState, 1),
        new("RF-07", "another tower calls a radio message off", () => Radio().GateSays(new GateAct.Cancel(Second.Announcement), AssistantB), Refusal.UnknownCase),
        new("RF-08", "a leader who is in already", () => Leader().Press().GoesIn().Act(id => new CaseAct.RecogniseLeader(id, He, null)), Refusal.WrongState, 1),
        new("RF-09", "a likeness to a badge that was shown a minute ago", () => DeskScenes.All["employee, badge checked"]().After(60).Act(Alike), Refusal.WrongState),
        new("RF-10", "a booking while the door opens", () => DeskScenes.All["tour, cleared"]().Press().Act(id => new CaseAct.PresentTour(id, new("t"), 3)), Refusal.WrongState, 1),
        new("RF-10", "a booking of another tower", () => Book(B, 1).Open(Category.Tour).Act(id => new CaseAct.PresentTour(id, new("b"), 3)), Refusal.UnknownCase),
        new("RF-10", "a booking that is over before it begins", () => Book(A, -1), Refusal.WrongState),
        new("RF-10", "a booking that is over as it begins", () => Book(A, 0), Refusal.WrongState),
        new("RF-10", "a booking called off twice", () => Cancel(Cancel(DeskScenes.All["tour, open"]())), Refusal.UnknownCase),
        new("RF-10", "so many bookings that somebody must be filling the list", Many, Refusal.TooMany),
        new("RF-11", "a sheet of paper for an employee", Lapsed, Refusal.WrongState),
        new("RF-18", "who asked answers, in a case that another one opened", () => AskedByLead().Reply(Office with { Actor = TeamLead.Actor }, Answer.Yes), Refusal.OwnRequest),
        new("A-06", "ended twice", () => Ended(Ended(Attended())), Refusal.WrongState),
        new("A-35", "the gate corrects a line", () => DeskScenes.All["pass, entered"]().Act(Amend(), Gate), Refusal.NotYourRole, 1),
        new("A-35", "the patrol corrects a line", () => DeskScenes.All["pass, entered"]().Act(Amend(), Patrol), Refusal.NotYourRole, 1),
    ];

    static DeskRun Unbuilt()
    {
        var lobby = Rules.Admission.Lobbies[A];
        var rules = Rules with { Admission = Rules.Admission with { Lobbies = Rules.Admission.Lobbies.SetItem(A, lobby with { Doors = lobby.Doors.Add(Ghost) }) } };
        return new DeskRun(rules: rules).Open(Category.Visitor, door: Ghost);
    }

    static CaseAct Typed(CaseId id) => new CaseAct.TypeName(id, new(NameAnswer.Match, AppearanceOnFile: false), Person("n"));

    static CaseAct Alike(CaseId id) => new CaseAct.CompareLikeness(id, Agrees: true);

    static CaseAct.AmendRecord Amend() => new CaseAct.AmendRecord(new(RecordForm.VisitorLog, 202603, 1), Person("a"));

    static DeskRun Emergency() => new DeskRun().Act(new CaseAct.EmergencyEntry(A, Building.Lobby, EmergencyReason.Police));

    static DeskRun Welcome() => DeskScenes.All["visitor, asked"]().Calls(A1203).Call(CallStep.Ringing).Call(CallStep.UnlockRequested);

    static DeskRun Visit(DeskRun desk) => desk.Act(id => new CaseAct.DescribeVisit(id, A0903, HostLivesThere: true, 1, Person("v")));

    static DeskRun Special() => new DeskRun().Open(Category.SelfDeclaredResident).Act(id => new CaseAct.NameHousehold(id, A1801, Person("n")));

    static DeskRun Named(bool onFile) => DeskScenes.All["self-declared, nobody in"]().Act(id => new CaseAct.TypeName(id, new(NameAnswer.Match, onFile), null));

    static DeskRun Leader() => DeskScenes.All["leader, open"]().Act(id => new CaseAct.RecogniseLeader(id, He, null));

    static DeskRun More(DeskRun desk) => desk.GateSays(new GateAct.Announce(Second, Confirmed: true)).Act(new CaseAct.MatchAnnouncement(new(1), Second.Announcement, 1, NameAgrees: true));

    static DeskRun Radio() => new DeskRun().GateSays(new GateAct.Announce(Second with { OverRadio = true }, Confirmed: true), Assistant);

    static DeskRun Book(LobbyId lobby, double hours)
    {
        var desk = new DeskRun();
        return desk.OfficeSays(new TourAct.Book(new(new("b"), lobby, 12, desk.Now.Wall, desk.Now.Wall.AddHours(hours))));
    }

    static DeskRun Cancel(DeskRun desk) => desk.OfficeSays(new TourAct.Cancel(new("t")));

    static DeskRun Many()
    {
        var desk = new DeskRun();
        for (var count = 0; count <= AdmissionLimits.Announcements; count++)
        {
            desk.OfficeSays(new TourAct.Book(new(new($"t{count}"), A, 1, desk.Now.Wall, desk.Now.Wall.AddHours(1))));
        }

        return desk;
    }

    // The badge was good for a minute and is over; the look at its picture came later and is not.
    static DeskRun Lapsed() => DeskScenes.All["employee, badge checked"]().After(59).Act(Alike).After(1).Act(id => new CaseAct.UsePaperSheet(id, "S-1"), TeamLead);

    static DeskRun AskedByLead() => new DeskRun().Open(Category.GovernmentOfficer).Act(id => new CaseAct.DescribeParty(id, 1, Person("o")), TeamLead);

    static DeskRun Attended() => Named(onFile: true).Act(id => new CaseAct.CompareAppearance(id, Agrees: false)).PatrolSays(id => new AlertAct.Acknowledge(id));

    static DeskRun Ended(DeskRun desk) => desk.PatrolSays(id => new AlertAct.Finish(id, AlertResult.Attended));
}
