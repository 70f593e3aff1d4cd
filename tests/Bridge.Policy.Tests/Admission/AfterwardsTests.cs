using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>What becomes of a case when the door, the line or the service fails: nothing opens twice, and nothing is counted twice.</summary>
public class AfterwardsTests
{
    [Fact]
    public void A_tour_that_the_door_did_not_let_in_is_still_to_come()
    {
        var desk = DeskScenes.All["tour, cleared"]().Press();
        Assert.Equal(9, Left(desk));
        desk.Released(ReleaseOutcome.Refused);
        Assert.Equal((CaseStatus.Cleared, 12), (desk.Status, Left(desk)));
        Assert.Equal((2, 9), (desk.Press().GoesIn().Opened, Left(desk)));

        // Once more for the same people counts nobody again, whatever becomes of it.
        desk.Press("trolley").Released(ReleaseOutcome.NotSent);
        Assert.Equal((CaseStatus.Entered, 9), (desk.Status, Left(desk)));
    }

    [Fact]
    public void A_second_opening_that_failed_leaves_the_case_where_it_stood()
    {
        var desk = DeskScenes.All["forgotten card, nobody came"]().Press("missed it").Released(ReleaseOutcome.Refused);
        Assert.Equal(CaseStatus.NotEntered, desk.Status);
        Assert.Equal((3, CaseStatus.Entered), (desk.Press("missed it").GoesIn().Opened, desk.Status));
    }

    [Fact]
    public void A_door_that_failed_costs_one_line_one_task_and_one_help()
    {
        var desk = DeskScenes.All["self-declared, cleared by name"]().Press().Released(ReleaseOutcome.Refused).Press().GoesIn();
        Assert.Equal((2, 1, 1), (desk.Opened, desk.Lines.Count(), desk.Count(EventKind.AlertRaised)));

        var helped = DeskScenes.All["forgotten card, cleared"]().Press().Released(ReleaseOutcome.NotSent).Press().GoesIn();
        Assert.Equal((1, 1), (helped.State.Admission.ForgottenCards.Values.Single().Count, helped.State.Admission.Recognitions.Values.Single().At.Count));
    }

    [Fact]
    public void A_record_without_a_name_stays_incomplete_when_the_door_is_asked_again()
    {
        var desk = new DeskRun().GateSays(new GateAct.Announce(new(new("g"), A1203, 1, null, false, false), Confirmed: true))
            .Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, new("g"), 1, true)).Press().Released(ReleaseOutcome.NotSent).Press().GoesIn();
        Assert.False(desk.Case.RecordComplete);
        Assert.True(desk.Act(id => new CaseAct.CompleteRecord(id, Person("guest"))).Case.RecordComplete);
    }

    [Fact]
    public void A_case_that_failed_and_is_given_up_says_that_nobody_came_in()
    {
        var desk = DeskScenes.All["officers, opening"]().Released(ReleaseOutcome.Refused).Act(id => new CaseAct.Cancel(id));
        Assert.Equal(RecordChangeKind.NotEntered, Assert.Single(desk.Changes).Kind);
        Assert.Single(desk.Lines);
    }

    [Fact]
    public void After_a_restart_a_pass_is_checked_and_written_anew()
    {
        var desk = DeskScenes.All["pass, cleared"]();
        desk.Do(new PolicyInput.BridgeStarted(desk.Now)).Do(new PolicyInput.LinkSensed(desk.Now, Building.Lobby, true, "")).Press();
        Assert.Equal((0, Refusal.EvidenceMissing), (desk.Opened, desk.Refused));
        desk.Act(id => new CaseAct.PresentPass(id, DecoratorPass, null)).Act(id => new CaseAct.CompareLikeness(id, true));
        Assert.Equal((CaseStatus.Recording, 2), (desk.Status, desk.Lines.Count()));
        desk.Do(new PolicyInput.RecordStored(desk.Now, desk.Last, desk.Lines.First().Number));
        Assert.Equal(0, desk.Press().Opened);
        desk.Do(new PolicyInput.RecordStored(desk.Now, desk.Last, desk.Case.Record!));
        Assert.Equal(1, desk.Press().Opened);
    }

    [Fact]
    public void After_a_restart_nobody_has_been_called_yet_and_no_announcement_is_confirmed()
    {
        var desk = new DeskRun().GateSays(new GateAct.Announce(new(new("g"), A1203, 1, null, false, false), Confirmed: true))
            .Open(Category.SelfDeclaredResident).Act(id => new CaseAct.NameHousehold(id, A1502, Person("n")))
            .Calls(A1502).Call(CallStep.Ringing).After(30);
        Assert.Equal(1, desk.Case.Unanswered);
        desk.Do(new PolicyInput.BridgeStarted(desk.Now)).Act(id => new CaseAct.Ask(id)).Calls(A1502).Call(CallStep.Ringing).After(30)
            .Act(id => new CaseAct.TypeName(id, new(NameAnswer.Match, false), null));
        Assert.Equal(Refusal.NoAnswerProofMissing, desk.Refused);
        Assert.Equal(AnnouncementStatus.Draft, desk.State.Admission.Announcements[new("g")].Status);
    }

    [Fact]
    public void A_release_that_was_under_way_at_a_restart_is_not_known_and_never_sent_again()
    {
        var desk = DeskScenes.All["employee, opening"]();
        desk.Do(new PolicyInput.BridgeStarted(desk.Now));
        Assert.Equal(CaseStatus.Unknown, desk.Status);
        Assert.Equal((1, Refusal.OutcomeUnknown), (desk.Press("again").Opened, desk.Refused));
        Assert.Equal(CaseStatus.Closed, desk.After(61).Status);
    }

    [Fact]
    public void A_unit_that_was_busy_is_called_again_when_the_desk_asks()
    {
        var desk = new DeskRun().Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, A1203, true, 1, Person("v"))).Calls(A1203).Call(CallStep.Busy);
        Assert.Equal(1, desk.Dialled);
        Assert.Equal(2, desk.After(5).Act(id => new CaseAct.Ask(id)).Dialled);
        Assert.Equal((0, null), (desk.Case.Unanswered, desk.Refused));
        Assert.Equal(1, desk.Calls(A1203).Call(CallStep.Ringing).Call(CallStep.UnlockRequested).Press().Opened);
    }

    [Fact]
    public void A_station_that_does_not_work_is_followed_by_the_next_and_then_by_the_team_lead()
    {
        var desk = DeskScenes.All["self-declared, asked"]().Calls(A1203).Call(CallStep.Faulted);
        Assert.Equal((2, CaseStatus.Waiting), (desk.Case.Request!.Station, desk.Status));
        desk.Calls(A1203).Call(CallStep.Faulted);
        Assert.Equal((CaseStatus.Refused, Refusal.NoStation), (desk.Status, desk.Case.Refused));
        Assert.Contains(Role.TeamLead, desk.Told);
    }

    [Fact]
    public void Where_the_site_says_so_the_units_key_opens_by_itself()
    {
        var desk = new DeskRun(rules: With(new AdmissionSwitches { UnitKeyOpens = true })).Open(Category.Visitor)
            .Act(id => new CaseAct.DescribeVisit(id, A1203, true, 1, Person("v"))).Calls(A1203).Call(CallStep.Ringing).Call(CallStep.UnlockRequested);
        Assert.Equal((1, CaseStatus.Opening), (desk.Opened, desk.Status));
        Assert.Equal(1, desk.Call(CallStep.UnlockRequested).Press().Opened);
    }

    [Theory]
    [InlineData(UnknownResidentRecord.DutyLog, "DL-202603-0001")]
    [InlineData(UnknownResidentRecord.VisitorLog, "VL-202603-0001")]
    [InlineData(UnknownResidentRecord.Both, "DL-202603-0001 VL-202603-0001")]
    public void A_self_declared_resident_is_written_where_the_site_wants_him(UnknownResidentRecord where, string lines)
    {
        var desk = new DeskRun(rules: With(new AdmissionSwitches { UnknownResidentRecord = where })).Open(Category.SelfDeclaredResident)
            .Act(id => new CaseAct.NameHousehold(id, A1203, Person("n"))).Calls(A1203).Call(CallStep.Ringing).Call(CallStep.UnlockRequested).Press().GoesIn();
        Assert.Equal(lines, string.Join(" ", desk.Lines.Select(line => line.Number)));
        Assert.Equal(lines.Split(' ').Length, desk.Changes.Count(change => change.Kind == RecordChangeKind.Entered));
    }

    [Fact]
    public void Spare_evidence_that_runs_out_leaves_nothing_due()
    {
        // The sheet's ten minutes and the line's run side by side; the one that is not needed ends first.
        var desk = DeskScenes.All["pass, recording"]().Act(id => new CaseAct.UsePaperSheet(id, "S-1"), TeamLead).After(30);
        desk.Act(id => new CaseAct.PresentPass(id, DecoratorPass, null)).Act(id => new CaseAct.CompareLikeness(id, true)).After(570);
        Assert.True(desk.State.NextDue > desk.Now.Elapsed);
    }

    [Fact]
    public void A_sheet_of_paper_is_named_in_the_record_that_it_stood_for()
    {
        var desk = DeskScenes.All["pass, recording"]().Act(id => new CaseAct.UsePaperSheet(id, "S-1"), TeamLead);
        var change = Assert.Single(desk.Changes, change => change.Kind == RecordChangeKind.OnPaper);
        Assert.Equal(("S-1", TeamLead.Actor), (change.Detail, change.By));
    }

    static int Left(DeskRun desk) => desk.State.Admission.Tours[new("t")].Left;
}
