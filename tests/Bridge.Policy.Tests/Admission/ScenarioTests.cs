using System.Globalization;
using Bridge.Policy.Admission;
using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Scenarios S01 to S06 of the procedure, with its own times.</summary>
public class ScenarioTests
{
    [Fact]
    public void S01_a_forgotten_card_opens_once_for_a_resident_who_is_known_and_never_for_one_who_moved_out()
    {
        var desk = new DeskRun("08:20:00", date: "2026-03-03");
        desk.Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, WangXiuying)).Press().GoesIn();
        desk.Date = new(2026, 3, 10);
        desk.At("08:20:00").Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, WangXiuying));
        Assert.Equal(CaseStatus.Cleared, desk.Status);
        desk.Press();
        Assert.Equal(CaseStatus.Opening, desk.Status);
        desk.GoesIn();
        Assert.Equal(2, desk.Opened);
        Assert.Empty(desk.Lines);
        Assert.Equal(2, desk.State.Admission.ForgottenCards[WangXiuying.Resident].Count);

        desk.At("08:31:00").Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, MaLan));
        Assert.Equal((CaseStatus.Refused, Refusal.ResidentNotActive), (desk.Status, desk.Case.Refused));
        Assert.Contains(Role.TeamLead, desk.Told);
        Assert.Equal(2, desk.Press().Opened);
        Assert.Equal(Refusal.CaseEnded, desk.Refused);
    }

    [Fact]
    public void S02_a_self_declared_resident_whose_unit_answers_is_let_in_once_on_its_unlock_key()
    {
        var desk = new DeskRun("09:05:00").Open(Category.SelfDeclaredResident)
            .Act(id => new CaseAct.NameHousehold(id, A1203, Person("li-nan"))).Calls(A1203).Call(CallStep.Ringing, A1203)
            .After(9).Call(CallStep.Answered, A1203).At("09:05:41").Call(CallStep.UnlockRequested, A1203);
        Assert.Equal(CaseStatus.Cleared, desk.Status);
        desk.Press().GoesIn();
        Assert.Equal((1, CaseStatus.Entered), (desk.Opened, Following(desk)));
        var line = Assert.Single(desk.Lines);
        Assert.Equal((RecordForm.DutyLog, EvidenceKind.HouseholdYes, A1203.Household, "li-nan"), (line.Number.Form, line.Consent, line.Household, line.Person?.Person.Value));
        Assert.Empty(desk.State.Admission.Alerts);

        desk.At("09:20:00").Open(Category.SelfDeclaredResident).Act(id => new CaseAct.NameHousehold(id, A0903, Person("stranger")))
            .Calls(A0903).Call(CallStep.Ringing, A0903).After(5).Call(CallStep.Answered, A0903).Call(CallStep.Denied, A0903);
        Assert.Equal((CaseStatus.Refused, Refusal.HouseholdRefused), (desk.Status, desk.Case.Refused));
        Assert.Contains(Role.TeamLead, desk.Told);
        Assert.Equal(Refusal.HouseholdRefused, desk.Lines.Last().Refused);
        Assert.Equal(1, desk.Press().Opened);
    }

    [Fact]
    public void S03_a_self_declared_resident_with_nobody_in_is_let_in_on_a_register_match_and_followed_by_the_patrol()
    {
        var desk = RegisterMatched();
        Assert.Equal(CaseStatus.Cleared, desk.Status);
        desk.At("14:03:10").Press();
        Assert.Equal((1, 1), (desk.Opened, desk.Count(EventKind.AlertRaised)));
        desk.GoesIn().At("14:03:25").PatrolSays(alert => new AlertAct.Acknowledge(alert))
            .At("14:08:02").PatrolSays(alert => new AlertAct.Finish(alert, AlertResult.EnteredWithOwnKey));
        Assert.Equal(AlertStatus.Done, desk.State.Admission.Alerts.Values.Single().Status);
        Assert.Equal(0, desk.Count(EventKind.AlertEscalated));
        Assert.Equal(RecordForm.DutyLog, Assert.Single(desk.Lines).Number.Form);
        Assert.Contains(RecordChangeKind.AlertAcknowledged, desk.Changes.Select(change => change.Kind));
        Assert.Contains(RecordChangeKind.AlertDone, desk.Changes.Select(change => change.Kind));
    }

    [Theory]
    [InlineData("14:08:00", null, "the phone had its link")]
    [InlineData("14:05:02", "told 180 s after it was pressed", "the phone had no link for three minutes")]
    [InlineData("14:07:32", "told 30 s after it was pressed", "half a minute is told")]
    [InlineData("14:07:33", null, "less is nothing to tell")]
    [InlineData("02:08:02", null, "half a day late is not believed")]
    [InlineData("02:08:03", "told 43199 s after it was pressed", "a second less is")]
    [InlineData("14:30:00", null, "the phone's clock is ahead: it says nothing")]
    [InlineData("01:30:00", null, "the phone's clock is far behind: it says nothing")]
    public void A_result_that_was_pressed_without_a_link_says_so(string pressed, string? said, string why)
    {
        var desk = RegisterMatched().At("14:03:10").Press().GoesIn().At("14:03:25").PatrolSays(alert => new AlertAct.Acknowledge(alert)).At("14:08:02");
        var clock = desk.Now.Wall - TimeSpan.Parse("14:08:02", CultureInfo.InvariantCulture) + TimeSpan.Parse(pressed, CultureInfo.InvariantCulture);
        desk.PatrolSays(alert => new AlertAct.Finish(alert, AlertResult.NotFound) { PressedAt = clock });
        var done = desk.Events.Single(told => told.Kind == EventKind.AlertDone);
        Assert.True(done.Detail == said, $"{why}: {done.Detail}");
        Assert.Equal(desk.Now.Wall, done.At.Wall);
    }

    [Fact]
    public void S03_a_patrol_that_does_not_answer_is_passed_to_the_next_handset_and_then_to_the_lead_and_the_control_room()
    {
        var desk = RegisterMatched().At("14:03:10").Press().GoesIn().At("14:05:00");
        Assert.Equal("14:03:40", desk.Times(EventKind.AlertOffered).Split(' ')[0]);
        Assert.StartsWith("14:04:10", desk.Times(EventKind.AlertEscalated), StringComparison.Ordinal);
        Assert.Superset(
            new HashSet<Role?> { Role.TeamLead, Role.ControlRoom },
            desk.Events.Where(e => e.Kind is EventKind.AlertEscalated or EventKind.StaffNotified).Select(e => e.Admission?.Told).ToHashSet());
    }

    [Fact]
    public void S03_the_name_is_not_asked_before_the_second_attempt_is_over()
    {
        var desk = new DeskRun("14:01:40").Open(Category.SelfDeclaredResident).Act(id => new CaseAct.NameHousehold(id, A1502, Person("liu-yang")))
            .Calls(A1502).Call(CallStep.Ringing, A1502).After(29).Act(id => Match(id));
        Assert.Equal(Refusal.NoAnswerProofMissing, desk.Refused);
        desk.After(1).Call(CallStep.Ended, A1502).Calls(A1502).Call(CallStep.Ringing, A1502).After(29.9).Act(id => Match(id));
        Assert.NotEqual(CaseStatus.Cleared, desk.Status);
        Assert.Equal(0, desk.Press().Opened);
    }

    [Fact]
    public void S04_two_names_that_do_not_match_end_the_case_and_call_the_patrol()
    {
        var desk = new DeskRun("21:15:00").Open(Category.SelfDeclaredResident).Act(id => new CaseAct.NameHousehold(id, A1502, Person("zhao-jun")))
            .NobodyAnswers(A1502)
            .Act(id => new CaseAct.TypeName(id, new(NameAnswer.NoMatch, AppearanceOnFile: false), Person("zhao-jun")));
        Assert.Equal(CaseStatus.Verifying, desk.Status);
        desk.Act(id => new CaseAct.TypeName(id, new(NameAnswer.NoMatch, AppearanceOnFile: false), Person("chen-jun")));
        Assert.Equal((CaseStatus.Refused, Refusal.NameMismatch), (desk.Status, desk.Case.Refused));
        Assert.Contains(Role.TeamLead, desk.Told);
        Assert.Equal(AlertKind.Attend, Assert.Single(desk.State.Admission.Alerts.Values).Kind);
        Assert.Equal(Refusal.NameMismatch, Assert.Single(desk.Lines).Refused);
        Assert.Equal(0, desk.Press().Opened);
    }

    [Fact]
    public void S05_a_listed_leader_opens_once_and_is_in_the_visitor_log_without_typing()
    {
        var desk = new DeskRun("08:51:00").Open(Category.ListedLeader).Act(id => new CaseAct.RecogniseLeader(id, He, null)).Press().GoesIn();
        Assert.Equal(1, desk.Opened);
        var line = Assert.Single(desk.Lines);
        Assert.Equal((RecordForm.VisitorLog, Category.ListedLeader, He.Leader.Value), (line.Number.Form, line.Category, line.Reference));
        Assert.True(desk.Case.RecordComplete);

        desk.At("09:40:00").Open(Category.ListedLeader).Act(id => new CaseAct.RecogniseLeader(id, null, null));
        Assert.Equal(Refusal.LeaderNotListed, desk.Refused);
        Assert.Equal(1, desk.Press().Opened);
    }

    [Fact]
    public void S06_a_badge_opens_when_it_is_valid_and_looks_like_its_bearer()
    {
        var desk = new DeskRun("08:55:00").Open(Category.Employee)
            .Act(id => new CaseAct.PresentBadge(id, Badge0231, null)).Act(id => new CaseAct.CompareLikeness(id, Agrees: true)).Press().GoesIn();
        Assert.Equal(1, desk.Opened);
        Assert.Equal((RecordForm.VisitorLog, "b-0231"), (desk.Lines.Single().Number.Form, desk.Lines.Single().Reference));

        var refused = new List<Refusal?>();
        foreach (var badge in new[] { Badge0231 with { Badge = new("b-0188"), Until = new DateOnly(2026, 3, 9) }, Badge0231 with { Badge = new("b-0142"), Status = DocumentStatus.Lost } })
        {
            desk.Open(Category.Employee).Act(id => new CaseAct.PresentBadge(id, badge, null)).Press();
            refused.Add(desk.Case.Refused);
        }

        Assert.Single(desk.Told, Role.ControlRoom);
        desk.Open(Category.Employee).Act(id => new CaseAct.PresentBadge(id, Badge0231, null)).Act(id => new CaseAct.CompareLikeness(id, Agrees: false)).Press();
        refused.Add(desk.Case.Refused);
        Assert.Equal([Refusal.BadgeExpired, Refusal.BadgeLost, Refusal.LikenessDiffers], refused);
        Assert.Equal(1, desk.Opened);
        Assert.Equal(3, desk.Lines.Count(line => line.Number.Form == RecordForm.DutyLog));
    }

    // The door is closed again: the case stays to be opened once more for a minute, then it is over.
    static CaseStatus Following(DeskRun desk) => desk.Status == CaseStatus.Closed ? CaseStatus.Entered : desk.Status;

    static CaseAct.TypeName Match(CaseId id) => new CaseAct.TypeName(id, new(NameAnswer.Match, AppearanceOnFile: true), Person("liu-yang"));

    static DeskRun RegisterMatched() => new DeskRun("14:01:40").Open(Category.SelfDeclaredResident)
        .Act(id => new CaseAct.NameHousehold(id, A1502, Person("liu-yang"))).NobodyAnswers(A1502)
        .Act(id => Match(id)).Act(id => new CaseAct.CompareAppearance(id, Agrees: true));
}
