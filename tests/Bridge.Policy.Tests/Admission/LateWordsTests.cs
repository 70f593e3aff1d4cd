using Bridge.Policy.Admission;
using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>What comes at the wrong time or to the wrong case is heard and changes nothing.</summary>
public class LateWordsTests
{
    [Fact]
    public void A_line_that_reaches_the_disk_after_the_desk_called_it_off_gives_nothing()
    {
        var desk = DeskScenes.All["pass, recording"]();
        var line = desk.Case.Record!;
        desk.Act(id => new CaseAct.Cancel(id)).Do(new PolicyInput.RecordStored(desk.Now, desk.Last, line));
        Assert.Equal((CaseStatus.Cancelled, 0), (desk.Status, desk.Case.Evidence.Count));
        Assert.Equal(0, desk.Press().Opened);
    }

    [Fact]
    public void The_line_of_another_case_gives_nothing()
    {
        var desk = DeskScenes.All["pass, recording"]();
        desk.Do(new PolicyInput.RecordStored(desk.Now, desk.Last, desk.Case.Record! with { Ordinal = 99 }));
        Assert.Equal(CaseStatus.Recording, desk.Status);
        desk.Do(new PolicyInput.RecordStored(desk.Now, new(99), desk.Case.Record!));
        Assert.Equal((CaseStatus.Recording, 0), (desk.Status, desk.Press().Opened));
    }

    [Fact]
    public void A_pass_that_is_looked_at_twice_has_one_line()
    {
        var desk = DeskScenes.All["pass, cleared"]().Act(id => new CaseAct.PresentPass(id, DecoratorPass, null)).Act(id => new CaseAct.CompareLikeness(id, true));
        Assert.Equal((CaseStatus.Cleared, 1), (desk.Status, desk.Lines.Count()));
    }

    [Theory]
    [InlineData(CallStep.Started, "before it rings")]
    [InlineData(CallStep.Held, "while the call is on hold")]
    public void The_units_key_counts_only_while_it_rings_or_talks(CallStep step, string why)
    {
        var desk = DeskScenes.All["visitor, asked"]().Calls(A1203);
        desk = step == CallStep.Held ? desk.Call(CallStep.Ringing).Call(CallStep.Answered).Call(CallStep.Held) : desk;
        desk.Call(CallStep.UnlockRequested);
        Assert.True((0, 1) == (desk.Count(EventKind.EvidenceGiven), desk.Count(EventKind.AnswerIgnored)), why);
        Assert.Equal(0, desk.Press().Opened);
    }

    [Fact]
    public void The_key_of_a_unit_that_turns_out_to_be_special_gives_nothing()
    {
        var desk = DeskScenes.All["undecided, the unit was dialled"]().Act(id => new CaseAct.ChangeCategory(id, Category.Visitor))
            .Act(id => new CaseAct.DescribeVisit(id, A1203 with { ThroughControlRoom = true }, true, 1, Person("v"))).Call(CallStep.UnlockRequested);
        Assert.Equal((0, 1), (desk.Count(EventKind.EvidenceGiven), desk.Count(EventKind.AnswerIgnored)));
        Assert.Equal(0, desk.Press().Opened);
    }

    [Fact]
    public void Who_answers_at_the_unit_named_by_mistake_has_not_spoken_for_the_right_one()
    {
        var desk = DeskScenes.All["self-declared, asked"]().Calls(A1203).Call(CallStep.Ringing).Act(id => new CaseAct.NameHousehold(id, A1502, Person("n"))).Call(CallStep.Answered);
        Assert.False(desk.Case.HouseholdSpoke);
    }

    [Fact]
    public void A_unit_that_nobody_knows_opens_a_case_and_asks_nobody()
    {
        var desk = new DeskRun().Do(new PolicyInput.CallTold(new DeskRun().Now, new CallNotice(PanelA, new("c"), CallStep.Started, null, null)));
        Assert.Equal((Category.Undecided, CaseStatus.Open, null, 0), (desk.Case.Category, desk.Status, desk.Case.Household, desk.Count(EventKind.RequestAsked)));
    }

    [Fact]
    public void The_offices_yes_counts_nobody_off_a_booking_that_was_shown_before()
    {
        var desk = DeskScenes.All["tour, cleared"]().Act(id => new CaseAct.DescribeParty(id, 3, Person("o"))).Reply(Office, Answer.Yes).Press();
        Assert.Equal((1, 12), (desk.Opened, desk.State.Admission.Tours[new("t")].Left));
        desk.Released(ReleaseOutcome.Refused);
        Assert.Equal(12, desk.State.Admission.Tours[new("t")].Left);
    }

    [Fact]
    public void A_card_at_the_door_is_no_entry_of_a_case()
    {
        var desk = DeskScenes.All["visitor, open"]();
        desk.Do(new PolicyInput.RequestToExit(desk.Now, Building.Lobby, true)).Do(new PolicyInput.ContactSensed(desk.Now, Building.Lobby, DoorPhysicalState.Open));
        Assert.Equal((CaseStatus.Open, 0), (desk.Status, desk.Opened));
    }

    [Fact]
    public void What_the_device_says_late_does_not_undo_what_the_contact_saw()
    {
        var desk = DeskScenes.All["forgotten card, opening"]().Do(new PolicyInput.ContactSensed(DeskScenes.All["forgotten card, opening"]().Now, Building.Lobby, DoorPhysicalState.Open));
        Assert.Equal(CaseStatus.Entered, desk.Status);
        Assert.Equal((CaseStatus.Entered, 1), (desk.Released(ReleaseOutcome.Unknown).Status, desk.Press("again").Opened - 1));
    }

    [Fact]
    public void A_device_that_says_after_all_that_it_did_nothing_gives_no_second_key()
    {
        var desk = DeskScenes.All["forgotten card, opening"]();
        var access = desk.Case.Grants[^1].Access;
        desk.Do(new PolicyInput.BridgeStarted(desk.Now));
        Assert.Equal(CaseStatus.Unknown, desk.Status);
        desk.Do(new PolicyInput.ReleaseEnded(desk.Now, Building.Lobby, access, ReleaseOutcome.Refused, "late"));
        Assert.Equal((CaseStatus.Unknown, 1), (desk.Status, desk.Press("again").Opened));
    }

    [Fact]
    public void A_yes_outlives_a_door_that_failed_and_then_runs_out()
    {
        var desk = new DeskRun().Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, A1801, true, 1, Person("v"))).Reply(ControlRoom, Answer.Yes)
            .Press().Released(ReleaseOutcome.Refused);
        Assert.Equal(CaseStatus.Cleared, desk.After(299.999).Status);
        Assert.Equal(CaseStatus.Verifying, desk.After(0.001).Status);
    }

    [Fact]
    public void A_case_that_waits_for_its_door_is_not_idle()
    {
        var desk = new DeskRun(rules: In(Rules.Admission.Times with { Idle = TimeSpan.FromSeconds(20) }))
            .Open(Category.ForgottenCard, door: Building.Garage).Act(id => new CaseAct.RecogniseResident(id, WangXiuying)).Press().Released(door: Building.Garage);
        Assert.Equal(CaseStatus.Opening, desk.After(28.999).Status);
        Assert.Equal(CaseStatus.Unseen, desk.After(0.001).Status);
    }

    [Fact]
    public void A_line_that_wants_a_name_is_flagged_before_its_case_closes()
    {
        var times = Rules.Admission.Times with { Idle = TimeSpan.FromMinutes(1), RecordLate = TimeSpan.FromMinutes(2) };
        var desk = new DeskRun(rules: In(times)).Act(new CaseAct.EmergencyEntry(A, Building.Lobby, EmergencyReason.Police)).GoesIn();
        Assert.Equal((CaseStatus.Entered, false), (desk.After(119).Status, desk.Case.RecordFlaggedLate));
        Assert.True(desk.After(1).Case.RecordFlaggedLate);
    }

    [Fact]
    public void A_task_that_is_done_can_be_asked_about_for_half_an_hour()
    {
        var desk = DeskScenes.All["self-declared, opening"]().GoesIn().PatrolSays(id => new AlertAct.Acknowledge(id))
            .PatrolSays(id => new AlertAct.Finish(id, AlertResult.EnteredWithOwnKey));
        Assert.Single(desk.After(1799.999).State.Admission.Alerts);
        Assert.Empty(desk.After(0.001).State.Admission.Alerts);
        Assert.Equal(0, desk.Count(EventKind.AlertEscalated));
    }

    static BuildingRules In(AdmissionTimes times) => Rules with { Admission = Rules.Admission with { Times = times } };
}
