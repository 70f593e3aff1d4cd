using System.Collections.Immutable;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Bridge.Policy.Alarms;
using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;

namespace Bridge.Host.Tests.Translation;

/// <summary>A day at the desk with every act there is, in an order that leaves something of everything in the state.</summary>
internal static class DeskInputs
{
    private static readonly LobbyId Lobby = new("大堂 A");
    private static readonly PanelId Panel = new("panel");
    private static readonly Party Desk = new(new ActorId("陈晓"), Role.LobbyAssistant, Lobby);
    private static readonly Party Lead = new(new ActorId("lead"), Role.TeamLead, null);
    private static readonly Party Gate = new(new ActorId("gate"), Role.GatePost, null);
    private static readonly Party Office = new(new ActorId("office"), Role.OfficeDutyOfficer, null);
    private static readonly Party Patrol = new(new ActorId("patrol"), Role.Patrol, null);
    private static readonly SealedPerson Person = new(new PersonId("sealed-1"), "digest");
    private static readonly HouseholdFacts Household = new(new HouseholdId("h1"), Lobby, ThroughControlRoom: false, Stations: 2);
    private static readonly HouseholdFacts Special = Household with { Household = new HouseholdId("h2"), ThroughControlRoom = true };
    private static readonly AnnouncementFacts Announced = new(new AnnouncementId("a1"), Household, 2, Person, ClearedByControlRoom: true, OverRadio: false);

    public static IEnumerable<PolicyInput> All(Moment at) =>
    [
        new PolicyInput.ConfigurationApplied(at, Tower.Rules with { Admission = Rules() }),
        new PolicyInput.LinkSensed(at, Tower.Lobby, Online: true, ""),
        .. Acts().Select(act => new PolicyInput.CaseActed(at, act is CaseAct.UsePaperSheet ? Lead : Desk, act)),
        new PolicyInput.GateActed(at, Gate, new GateAct.Announce(Announced, Confirmed: false)),
        new PolicyInput.GateActed(at, Gate, new GateAct.Confirm(Announced.Announcement, ClearedByControlRoom: true)),
        new PolicyInput.GateActed(at, Gate, new GateAct.Cancel(new AnnouncementId("gone"))),
        new PolicyInput.TourActed(at, Office, new TourAct.Book(new TourFacts(new TourId("t1"), Lobby, 12, at.Wall, at.Wall.AddHours(1)))),
        new PolicyInput.TourActed(at, Office, new TourAct.Cancel(new TourId("gone"))),
        .. Calls().Select(notice => new PolicyInput.CallTold(at, notice)),
        new PolicyInput.RequestActed(at, Office, new RequestAct.Acknowledge(new RequestId(3))),
        new PolicyInput.RequestActed(at, Office, new RequestAct.Reply(new RequestId(3), Answer.Yes, 2, Person)),
        .. Alerts().Select(act => new PolicyInput.AlertActed(at, Patrol, act)),
        new PolicyInput.ContactSensed(at, Tower.Stairs, DoorPhysicalState.Closed),
        new PolicyInput.ContactSensed(at, Tower.Stairs, DoorPhysicalState.Open),
        .. Alarms().Select(act => new PolicyInput.AlarmActed(at, Patrol, act)),
        new PolicyInput.RecordStored(at, new CaseId(4), new RecordNumber(RecordForm.VisitorLog, 202603, 1)),
        new PolicyInput.SecurityNoticed(at, SecurityMatter.LyingClient, Desk.Actor, "sequence went back"),
    ];

    private static IEnumerable<CaseAct> Acts()
    {
        var one = new CaseId(1);
        return
        [
            new CaseAct.Open(Lobby, Tower.Lobby, Category.Visitor, null),
            new CaseAct.DescribeVisit(one, Household, HostLivesThere: true, 2, Person), new CaseAct.HeardFromHousehold(one, Yes: true), new CaseAct.Hold(one),
            new CaseAct.HostAtDoor(one), new CaseAct.Ask(one), new CaseAct.Open(Lobby, Tower.Lobby, Category.ForgottenCard, one),
            new CaseAct.RecogniseResident(new(2), new ResidentFacts(new ResidentId("r1"), Household, ResidentStanding.Active)),
            new CaseAct.PressOpen(new(2), Tower.Lobby, null, 17), new CaseAct.Open(Lobby, Tower.Lobby, Category.GovernmentOfficer, null),
            new CaseAct.DescribeParty(new(3), 2, Person), new CaseAct.Open(Lobby, Tower.Lobby, Category.PassHolder, null),
            new CaseAct.PresentPass(new(4), Pass(), Person), new CaseAct.CompareLikeness(new(4), Agrees: true), new CaseAct.UsePaperSheet(new(4), "S-1"),
            new CaseAct.ChangeCategory(one, Category.SelfDeclaredResident), new CaseAct.NameHousehold(one, Special, Person),
            new CaseAct.TypeName(one, new NameFacts(NameAnswer.SoundsAlike, AppearanceOnFile: true), Person), new CaseAct.CompareAppearance(one, Agrees: true),
            new CaseAct.RecogniseLeader(one, new LeaderFacts(new LeaderId("l1"), null, new DateOnly(2026, 12, 31)), null),
            new CaseAct.PresentBadge(one, new BadgeFacts(new BadgeId("b1"), DocumentStatus.Lost, null), null), new CaseAct.ConfirmEmployee(one, Person),
            new CaseAct.MatchAnnouncement(one, Announced.Announcement, 2, NameAgrees: true), new CaseAct.PresentTour(one, new TourId("t1"), 3),
            new CaseAct.EmergencyEntry(Lobby, Tower.Lobby, EmergencyReason.Medical), new CaseAct.CompleteRecord(new(5), Person),
            new CaseAct.AmendRecord(new RecordNumber(RecordForm.VisitorLog, 202603, 1), Person),
            new CaseAct.Open(Lobby, Tower.Lobby, Category.Employee, null), new CaseAct.Refuse(new(6)), new CaseAct.Cancel(new(6)),
        ];
    }

    private static IEnumerable<CallNotice> Calls() =>
        [.. Enum.GetValues<CallStep>().Select(step => new CallNotice(Panel, new CallId("1"), step, Household, null)), new(Panel, new CallId("2"), CallStep.Started, Household, "dialled")];

    private static IEnumerable<AlertAct> Alerts()
    {
        var alert = new AlertId(1);
        return
        [
            new AlertAct.Acknowledge(alert), new AlertAct.Decline(alert), new AlertAct.EnRoute(alert), new AlertAct.OnScene(alert),
            new AlertAct.Finish(alert, AlertResult.MetByHousehold), new AlertAct.Finish(alert, AlertResult.NotFound) { PressedAt = new DateTimeOffset(2026, 3, 10, 14, 5, 0, TimeSpan.FromHours(8)) },
            new AlertAct.CalledByRadio(alert, Person),
        ];
    }

    private static IEnumerable<AlarmAct> Alarms()
    {
        var alarm = new AlarmId(1);
        return [new AlarmAct.Claim(alarm), new AlarmAct.Acknowledge(alarm), new AlarmAct.Close(alarm, Person)];
    }

    private static PassFacts Pass() => new(
        new PassId("p1"), DocumentStatus.Active, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), [.. Enum.GetValues<DayOfWeek>()],
        new DayInterval(TimeSpan.Zero, TimeSpan.FromHours(24)), [Lobby]) { Household = Household.Household };

    private static AdmissionRules Rules() => AdmissionRules.None with
    {
        Lobbies = ImmutableSortedDictionary<LobbyId, LobbyRules>.Empty.Add(Lobby, new LobbyRules(
            Lobby, [Tower.Lobby], ImmutableSortedDictionary<PanelId, PanelRules>.Empty.Add(Panel, new PanelRules(Tower.Lobby, CanDial: true)), [new HandsetId("P1")])),
    };
}
