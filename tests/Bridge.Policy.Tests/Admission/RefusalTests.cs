using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>What the procedure says must be refused, by its codes. In each row the key is pressed at the end, and the door stays as it was.</summary>
public class RefusalTests
{
    /// <param name="Opened">How often the door had been opened with good reason before.</param>
    sealed record Row(string Code, string Why, Func<DeskRun> Happens, Refusal? Refused = null, int Opened = 0);

    static readonly Row[] Rows =
    [
        new("RF-01", "no evidence, no grant", () => Leader(known: false).Press(), Refusal.EvidenceMissing),
        new("RF-01", "the second press of one grant", () => Leader().Press().Press(), Refusal.GrantUsed, 1),
        new("RF-01", "at the limit the evidence is over", () => Leader().After(30).Press(), Opened: 0),
        new("RF-01", "one tick after the limit it is over", () => Leader().After(30).After(0.001).Press(), Opened: 0),
        new("RF-01", "another door of the lobby", () => Leader().Press(door: Building.Garage), Refusal.WrongDoor),
        new("RF-01", "another lobby's assistant", () => Leader().Press(by: AssistantB), Refusal.NotYourLobby),
        new("RF-01", "the gate has no key", () => Leader().Press(by: Gate), Refusal.NotYourRole),
        new("RF-01", "a door out of reach", () => Door(Leader(), d => new PolicyInput.LinkSensed(d.Now, Building.Lobby, false, "")).Press(), Refusal.DoorOffline),
        new("RF-01", "a blocked door", () => Mode(Leader(), DoorModeRequest.Block).Press(), Refusal.DoorBlocked),
        new("RF-01", "a door in lock-down", () => Mode(Leader(), DoorModeRequest.LockDown).Press(), Refusal.DoorBlocked),
        new("RF-01", "once more without a reason", () => Leader().Press().GoesIn().After(10).Press(), Refusal.ReopenReasonMissing, 1),
        new("RF-01", "once more a minute later", () => Leader().Press().GoesIn().After(60.001).Press("trolley"), Opened: 1),
        new("RF-01", "a third time", () => Leader().Press().GoesIn().After(10).Press("trolley").GoesIn().After(10).Press("again"), Refusal.GrantUsed, 2),
        new("RF-01", "while nobody knows what became of the first", () => Leader().Press().Released(ReleaseOutcome.Unknown).Press("try again"), Refusal.OutcomeUnknown, 1),
        new("RF-02", "the yes of another unit", () => Asked().Calls(A0903).Call(CallStep.Ringing, A0903).Call(CallStep.UnlockRequested, A0903).Press()),
        new("RF-02", "a yes after the call is over", () => Asked().Calls(A1203).Call(CallStep.Ringing, A1203).Call(CallStep.Ended, A1203).Call(CallStep.UnlockRequested, A1203).Press()),
        new("RF-02", "a yes on a call that began before the case", () => Early()),
        new("RF-02", "a yes after the desk called it off", () => Asked().Calls(A1203).Call(CallStep.Ringing, A1203).Act(id => new CaseAct.Cancel(id)).Call(CallStep.UnlockRequested, A1203).Press(), Refusal.CaseEnded),
        new("RF-02", "a yes does not outlive a minute", () => Yes().After(60).Press()),
        new("RF-02", "a no takes the yes back", () => Yes().Call(CallStep.Denied, A1203).Press(), Refusal.CaseEnded),
        new("RF-02", "nobody has a yes to pass on outside a live call", () => Asked().Act(id => new CaseAct.HeardFromHousehold(id, Yes: true)).Press()),
        new("RF-03", "the name before any call", () => SelfDeclared().Act(Matched).Press()),
        new("RF-03", "the name after one attempt", () => SelfDeclared().Calls(A1502).Call(CallStep.Ringing, A1502).After(30).Act(Matched).Press()),
        new("RF-03", "an attempt that was cut is none", () => Cut(SelfDeclared()).Act(Matched).Press()),
        new("RF-03", "an attempt just short of its time is none", () => Cut(SelfDeclared(), 29.9).Act(Matched).Press()),
        new("RF-03", "busy is none", () => Busy(SelfDeclared()).Act(Matched).Press()),
        new("RF-03", "somebody spoke on the first call", () => Spoke().Act(Matched).Press()),
        new("RF-04", "a name that does not match", () => SelfDeclared().NobodyAnswers(A1502).Act(id => new CaseAct.TypeName(id, new(NameAnswer.NoMatch, false), null)).Press()),
        new("RF-04", "a match without the comparison that the register asks for", () => SelfDeclared().NobodyAnswers(A1502).Act(id => new CaseAct.TypeName(id, new(NameAnswer.Match, true), null)).Press()),
        new("RF-04", "somebody who looks different", () => SelfDeclared().NobodyAnswers(A1502).Act(id => new CaseAct.TypeName(id, new(NameAnswer.Match, true), null)).Act(id => new CaseAct.CompareAppearance(id, false)).Press(), Refusal.CaseEnded),
        new("RF-04", "a resident who is barred", () => Forgotten(WangXiuying with { Standing = ResidentStanding.Barred }).Press(), Refusal.CaseEnded),
        new("RF-04", "a resident of another tower", () => Forgotten(WangXiuying with { Household = B0301 }).Press()),
        new("RF-05", "a visitor whom nobody answers", () => Asked().NobodyAnswers(A1203).Press(), Refusal.CaseEnded),
        new("RF-05", "asking a visitor to wait makes no host: nobody of the household has spoken", () => Asked().Act(id => new CaseAct.Hold(id)).Act(id => new CaseAct.HostAtDoor(id)).Press()),
        new("RF-06", "a special unit's own key", () => Special().Calls(A1801).Call(CallStep.Ringing, A1801).Call(CallStep.UnlockRequested, A1801).Press()),
        new("RF-06", "the assistant answers for the control room", () => Special().Reply(Assistant, Answer.Yes).Press()),
        new("RF-06", "the team lead answers for the control room", () => Special().Reply(TeamLead, Answer.Yes).Press()),
        new("RF-06", "the office answers for the control room", () => Special().Reply(Office, Answer.Yes).Press()),
        new("RF-06", "the control room's yes ends after five minutes", () => Special().Reply(ControlRoom, Answer.Yes).After(300).Press()),
        new("RF-07", "an announcement for a special unit that the control room did not clear", () => Announced(A1801, confirmed: true, people: 1).Press()),
        new("RF-07", "an announcement that is not confirmed", () => Announced(A1203, confirmed: false, people: 1).Press()),
        new("RF-07", "more people than announced", () => Announced(A1203, confirmed: true, people: 2).Press()),
        new("RF-07", "an announcement that the gate called off", () => Announced(A1203, confirmed: true, people: 1).GateSays(new GateAct.Cancel(new("g"))).Press()),
        new("RF-08", "a leader whose entry ended yesterday", () => new DeskRun().Open(Category.ListedLeader).Act(id => new CaseAct.RecogniseLeader(id, He with { Until = new DateOnly(2026, 3, 9) }, null)).Press()),
        new("RF-09", "a badge without a look at its picture", () => new DeskRun().Open(Category.Employee).Act(id => new CaseAct.PresentBadge(id, Badge0231, null)).Press()),
        new("RF-09", "a suspended badge", () => new DeskRun().Open(Category.Employee).Act(id => new CaseAct.PresentBadge(id, Badge0231 with { Status = DocumentStatus.Suspended }, null)).Press(), Refusal.CaseEnded),
        new("RF-10", "officers without the office's yes", () => Officers(2).Press()),
        new("RF-10", "more than the office permits", () => Officers(3).Reply(Office, Answer.Yes, 2).Press(), Refusal.PartyTooLarge),
        new("RF-10", "the office's yes ends after ten minutes", () => Officers(2).Reply(Office, Answer.Yes).After(600).Press()),
        new("RF-11", "a pass before its line is stored", () => Pass().Press(), Refusal.RecordNotStored),
        new("RF-11", "a sheet of paper without the team lead", () => Pass().Act(id => new CaseAct.UsePaperSheet(id, "S-1"), Assistant).Press()),
        new("RF-18", "who asked answers himself", () => Officers(2).Reply(new(Assistant.Actor, Role.OfficeDutyOfficer, null), Answer.Yes).Press()),
        new("RF-18", "the same answer again after the opening", () => Officers(2).Reply(Office, Answer.Yes).Press().GoesIn().Reply(Office, Answer.Yes).Press(), Opened: 1),
        new("RF-18", "what was said before a restart", () => Door(Leader(), d => new PolicyInput.BridgeStarted(d.Now)).Press()),
    ];

    public static TheoryData<string, string> Names => Story.Names(Rows.Select(row => (row.Code, row.Why)));

    [Theory, MemberData(nameof(Names))]
    public void Is_refused(string code, string why)
    {
        var row = Rows.Single(one => one.Code == code && one.Why == why);
        var desk = row.Happens();
        Assert.Equal(row.Opened, desk.Opened);
        if (row.Refused is { } refused)
        {
            Assert.Equal(refused, desk.Refused);
        }
    }

    /// <summary>The same ways, a tick earlier or with what was missing: so the rows above are refused for their own reason.</summary>
    [Fact]
    public void RF_19_and_the_controls_nothing_here_keeps_anybody_in_or_out_without_a_reason()
    {
        Assert.Equal(1, Leader().After(29.999).Press().Opened);
        Assert.Equal(1, Yes().After(59.999).Press().Opened);
        Assert.Equal(1, Special().Reply(ControlRoom, Answer.Yes).After(299.999).Press().Opened);
        Assert.Equal(1, Officers(2).Reply(Office, Answer.Yes).After(599.999).Press().Opened);
        Assert.Equal(1, Forgotten(WangXiuying).Press().Opened);
        Assert.Equal(2, Leader().Press().GoesIn().After(60).Press("trolley").Opened);
        Assert.Equal(1, SelfDeclared().NobodyAnswers(A1502).Act(Matched).Press().Opened);
        Assert.Equal(1, Announced(A1203, confirmed: true, people: 1).Press().Opened);
        Assert.Equal(1, Pass().Act(id => new CaseAct.UsePaperSheet(id, "S-1"), TeamLead).Press().Opened);
        var fire = Door(Leader(), d => new PolicyInput.FireSensed(d.Now, Building.Panel, Policy.Fire.FireReading.Alarm));
        Assert.NotNull(fire.State.Doors[Building.Lobby].Held);
    }

    /// <summary>A wall clock that is put forward or back changes what is written, and nothing that happens.</summary>
    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public void A_step_of_the_wall_clock_changes_nothing(int seconds)
    {
        foreach (var row in Rows.Where(row => row.Code != "RF-11"))
        {
            Assert.Equal(Told(row.Happens()), Told(DeskRun.Stepped(TimeSpan.FromSeconds(seconds), row.Happens)));
        }

        var desk = Leader();
        desk.ClockError = TimeSpan.FromSeconds(seconds);
        Assert.Equal(1, desk.After(29.999).Press().Opened);
        desk = Leader();
        desk.ClockError = TimeSpan.FromSeconds(seconds);
        Assert.Equal(0, desk.After(30).Press().Opened);
    }

    static string Told(DeskRun desk) => string.Join(" ", desk.Events.Select(told => $"{told.Kind}/{told.Admission?.Refusal}"));

    static CaseAct.TypeName Matched(CaseId id) => new(id, new(NameAnswer.Match, AppearanceOnFile: false), Person("liu-yang"));

    static DeskRun Leader(bool known = true) => new DeskRun().Open(Category.ListedLeader).Act(id => new CaseAct.RecogniseLeader(id, known ? He : null, null));

    static DeskRun Forgotten(ResidentFacts resident) => new DeskRun().Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, resident));

    static DeskRun Asked() => Described(new DeskRun(), A1203);

    static DeskRun Described(DeskRun desk, HouseholdFacts household) =>
        desk.Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, household, HostLivesThere: true, 1, Person("wang-ming")));

    static DeskRun Yes() => Asked().Calls(A1203).Call(CallStep.Ringing, A1203).Call(CallStep.Answered, A1203).Call(CallStep.UnlockRequested, A1203);

    static DeskRun Special() => Described(new DeskRun(), A1801);

    // A call that began before the case was asked for: it opened a case of its own, and is not this one's.
    static DeskRun Early()
    {
        var desk = Described(new DeskRun().Calls(A1203).Call(CallStep.Ringing, A1203).After(1), A1203);
        desk.Call(CallStep.UnlockRequested, A1203);
        return desk.Press();
    }

    static DeskRun SelfDeclared() => new DeskRun().Open(Category.SelfDeclaredResident).Act(id => new CaseAct.NameHousehold(id, A1502, Person("liu-yang")));

    static DeskRun Cut(DeskRun desk, double seconds = 28)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            desk.Calls(A1502).Call(CallStep.Ringing, A1502).After(seconds).Call(CallStep.Ended, A1502);
        }

        return desk;
    }

    static DeskRun Busy(DeskRun desk)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            desk.Calls(A1502).Call(CallStep.Busy, A1502).Call(CallStep.Ended, A1502).After(31);
        }

        return desk;
    }

    static DeskRun Spoke()
    {
        var desk = SelfDeclared().Calls(A1502).Call(CallStep.Ringing, A1502).Call(CallStep.Answered, A1502).Call(CallStep.Ended, A1502);
        return desk.Act(id => new CaseAct.Ask(id)).NobodyAnswers(A1502);
    }

    static DeskRun Officers(int count) => new DeskRun().Open(Category.GovernmentOfficer).Act(id => new CaseAct.DescribeParty(id, count, Person("brigade")));

    static DeskRun Pass() => new DeskRun("09:00:00").Open(Category.PassHolder)
        .Act(id => new CaseAct.PresentPass(id, DecoratorPass, null)).Act(id => new CaseAct.CompareLikeness(id, Agrees: true));

    static DeskRun Announced(HouseholdFacts household, bool confirmed, int people) => new DeskRun()
        .GateSays(new GateAct.Announce(new(new("g"), household, 1, Person("guest"), ClearedByControlRoom: false, OverRadio: false), confirmed))
        .Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, new("g"), people, NameAgrees: true));

    static DeskRun Door(DeskRun desk, Func<DeskRun, PolicyInput> input) => desk.Do(input(desk));

    static DeskRun Mode(DeskRun desk, DoorModeRequest request) => desk.Do(new PolicyInput.ModeRequested(desk.Now, Building.Lobby, request, new("lead")));

}
