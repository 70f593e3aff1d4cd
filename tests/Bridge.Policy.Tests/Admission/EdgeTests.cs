using Bridge.Policy.Admission;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Limits that something else must not move, and the first and last day of what is in the register.</summary>
public class EdgeTests
{
    [Fact]
    public void The_first_day_and_the_last_are_a_leaders()
    {
        var today = new DateOnly(2026, 3, 10);
        Assert.Equal(1, DeskScenes.All["leader, open"]().Act(id => new CaseAct.RecogniseLeader(id, He with { From = today, Until = today }, null)).Press().Opened);
    }

    [Fact]
    public void What_runs_out_goes_by_itself_and_takes_nothing_else_along()
    {
        var desk = DeskScenes.All["employee, badge checked"]().After(30).Act(id => new CaseAct.CompareLikeness(id, true)).After(30);
        Assert.Equal([EvidenceKind.LikenessAgrees], desk.Case.Evidence.Select(piece => piece.Kind));
        var gone = desk.Events.Single(told => told.Kind == EventKind.EvidenceVoided).Admission!;
        Assert.Equal((EvidenceKind.BadgeChecked, Refusal.EvidenceExpired), (gone.EvidenceKind!.Value, gone.Refusal!.Value));
        Assert.Equal(CaseStatus.Verifying, desk.Status);
    }

    [Fact]
    public void An_incomplete_line_keeps_its_case_ten_minutes()
    {
        var desk = Emergency().GoesIn();
        Assert.Equal(CaseStatus.Entered, desk.After(599.999).Status);
        Assert.Equal(CaseStatus.Closed, desk.After(0.001).Status);
    }

    [Fact]
    public void A_line_is_not_late_because_something_else_is_due()
    {
        var desk = Emergency(Building.Garage).Released(door: Building.Garage).After(29);
        Assert.Equal((CaseStatus.Unseen, false), (desk.Status, desk.Case.RecordFlaggedLate));
    }

    [Fact]
    public void A_draft_that_nobody_confirms_is_forgotten_without_a_word()
    {
        var desk = new DeskRun().GateSays(new GateAct.Announce(Guest, Confirmed: false));
        Assert.Single(desk.After(1799.999).State.Admission.Announcements);
        Assert.Empty(desk.After(0.001).State.Admission.Announcements);
        Assert.Equal(0, desk.Count(EventKind.AnnouncementExpired));
    }

    [Theory]
    [InlineData(4800, 1, "half an hour after its window, to the moment")]
    [InlineData(4801, 0, "a second later it is forgotten")]
    public void A_booking_is_kept_half_an_hour_longer(double opened, int kept, string why)
    {
        var desk = new DeskRun();
        desk.OfficeSays(new TourAct.Book(new(new("t"), A, 12, desk.Now.Wall, desk.Now.Wall.AddHours(1))));
        desk.After(opened).Open(Category.Visitor).After(600);
        Assert.True((CaseStatus.Expired, kept) == (desk.Status, desk.State.Admission.Tours.Count), why);
    }

    [Theory]
    [InlineData(5, 300, "the end of the window")]
    [InlineData(60, 600, "the office's time")]
    public void A_booking_speaks_for_its_people_until_the_earlier_of_two(double minutes, double seconds, string why)
    {
        var desk = new DeskRun();
        desk.OfficeSays(new TourAct.Book(new(new("t"), A, 12, desk.Now.Wall, desk.Now.Wall.AddMinutes(minutes)))).Open(Category.Tour)
            .Act(id => new CaseAct.PresentTour(id, new("t"), 3));
        Assert.True(TimeSpan.FromSeconds(seconds) == desk.Case.Evidence.Single().Until - desk.Now.Elapsed, why);
    }

    [Theory]
    [InlineData("t", CaseStatus.Expired, "its people were about to go in")]
    [InlineData("t2", CaseStatus.Cleared, "another one's people are not concerned")]
    public void A_booking_that_is_called_off_ends_who_stands_on_it(string cancelled, CaseStatus status, string why)
    {
        var desk = DeskScenes.All["tour, cleared"]();
        desk.OfficeSays(new TourAct.Book(new(new("t2"), A, 5, desk.Now.Wall, desk.Now.Wall.AddHours(1))))
            .Open(Category.GovernmentOfficer).Act(id => new CaseAct.DescribeParty(id, 2, Person("o"))).Reply(Office, Answer.Yes)
            .OfficeSays(new TourAct.Cancel(new(cancelled)));
        Assert.True(status == desk.State.Admission.Cases[new(1)].Status, why);
        Assert.Equal(CaseStatus.Cleared, desk.State.Admission.Cases[new(2)].Status);
        var told = desk.Events.Single(one => one.Kind == EventKind.TourCancelled).Admission!;
        Assert.Equal((A, new TourId(cancelled), Role.OfficeDutyOfficer), (told.Lobby!.Value, told.Tour!.Value, told.Role!.Value));
    }

    [Fact]
    public void It_ends_nobody_who_is_going_in() =>
        Assert.Equal(CaseStatus.Opening, DeskScenes.All["tour, cleared"]().Press().OfficeSays(new TourAct.Cancel(new("t"))).Status);

    [Fact]
    public void Recognitions_an_hour_old_and_cards_of_last_month_are_forgotten()
    {
        var desk = new DeskRun("23:00:00", date: "2026-03-31");
        for (var count = 0; count < 3; count++)
        {
            desk.Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, WangXiuying)).Press().GoesIn().After(1200);
        }

        desk.Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, WangXiuying with { Resident = new("r-son") })).Press();
        Assert.Equal(4, desk.Opened);
        Assert.Equal([new ResidentId("r-son")], desk.State.Admission.ForgottenCards.Keys);
    }

    [Fact]
    public void Everybody_who_was_helped_this_month_is_remembered()
    {
        var desk = new DeskRun();
        foreach (var resident in new[] { "r-wang", "r-son" })
        {
            desk.Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, WangXiuying with { Resident = new(resident) })).Press().GoesIn();
        }

        Assert.Equal(2, desk.State.Admission.ForgottenCards.Count);
    }

    [Fact]
    public void Numbers_go_up_by_one_and_none_is_given_twice()
    {
        var desk = DeskScenes.All["officers, asked"]().Act(id => new CaseAct.DescribeParty(id, 1, Person("o"))).Reply(Office, Answer.Yes).Press().GoesIn().Press("trolley");
        Assert.Equal([1L, 2L], desk.Events.Where(told => told.Kind == EventKind.RequestAsked).Select(told => told.Admission!.Request!.Value.Number));
        Assert.Equal([1L], desk.Events.Where(told => told.Kind == EventKind.EvidenceGiven).Select(told => told.Admission!.Evidence!.Value.Number));
        Assert.Equal([1L, 2L], desk.Case.Grants.Select(grant => grant.Access.Number));
        Assert.Equal([null, CaseStatus.Entered], desk.Case.Grants.Select(grant => grant.ReopenedFrom));
    }

    [Theory]
    [InlineData(180, "as the lead is told: what is due next stays due")]
    [InlineData(200, "after the lead was told")]
    public void Who_takes_a_question_up_late_has_no_more_time(double seconds, string why)
    {
        var desk = DeskScenes.All["officers, asked"]().After(seconds).Acknowledge(Office);
        Assert.True(2 == desk.After(359 - seconds).Count(EventKind.RequestEscalated), why);
        Assert.Equal(3, desk.After(1).Count(EventKind.RequestEscalated));
    }

    static readonly AnnouncementFacts Guest = new(new("g"), A1203, 1, null, ClearedByControlRoom: false, OverRadio: false);

    static DeskRun Emergency(DoorId? door = null) => new DeskRun().Act(new CaseAct.EmergencyEntry(A, door ?? Building.Lobby, EmergencyReason.Police));
}
