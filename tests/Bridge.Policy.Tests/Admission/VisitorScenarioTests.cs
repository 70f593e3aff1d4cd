using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Scenarios S07 to S11 of the procedure, with its own times.</summary>
public class VisitorScenarioTests
{
    static readonly HouseholdFacts A0602 = A1203 with { Household = new("h-0602") };

    [Fact]
    public void S07_an_announced_visitor_opens_once_and_his_announcement_is_used()
    {
        var desk = new DeskRun("10:02:00").GateSays(Announce("zhang-wei", confirmed: true, headCount: 2))
            .At("10:09:00").Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, new("zhang-wei"), 2, NameAgrees: true)).Press().GoesIn();
        Assert.Equal((1, AnnouncementStatus.Used), (desk.Opened, desk.State.Admission.Announcements[new("zhang-wei")].Status));
        Assert.Equal((RecordForm.VisitorLog, EvidenceKind.GateAnnouncement, Gate.Actor), (desk.Lines.Single().Number.Form, desk.Lines.Single().Consent, desk.Lines.Single().ConsentBy));

        desk.At("10:15:00").Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, new("zhang-wei"), 1, NameAgrees: true));
        Assert.Equal(Refusal.AnnouncementUsed, desk.Refused);
        Assert.Equal(1, desk.Press().Opened);
    }

    [Fact]
    public void S07_an_announcement_opens_nothing_before_it_is_confirmed_or_twenty_minutes_after()
    {
        var desk = new DeskRun("10:30:00").GateSays(Announce("zhou-jie", confirmed: false, headCount: 1)).At("10:32:00").Open(Category.AnnouncedVisitor);
        desk.Act(id => Here(id)).Press();
        Assert.Equal(0, desk.Opened);
        Assert.Contains(desk.Events, e => e.Admission?.Refusal == Refusal.AnnouncementNotConfirmed);
        desk.At("10:33:00").GateSays(new GateAct.Confirm(new("zhou-jie"), ClearedByControlRoom: false)).At("10:53:30").Open(Category.AnnouncedVisitor).Act(id => Here(id));
        Assert.Equal(Refusal.AnnouncementExpired, desk.Refused);
        Assert.Equal("10:53:00", desk.Times(EventKind.AnnouncementExpired));
        Assert.Equal(0, desk.Press().Opened);

        static CaseAct Here(CaseId id) => new CaseAct.MatchAnnouncement(id, new("zhou-jie"), 1, NameAgrees: true);
    }

    [Fact]
    public void S08_a_visitor_comes_in_when_the_unit_says_yes()
    {
        var desk = Visit(new DeskRun("10:12:00"), A1203).Calls(A1203).Call(CallStep.Ringing, A1203).After(8).Call(CallStep.UnlockRequested, A1203).Press().GoesIn();
        Assert.Equal(1, desk.Opened);
        Assert.Equal((RecordForm.VisitorLog, EvidenceKind.HouseholdYes), (desk.Lines.Single().Number.Form, desk.Lines.Single().Consent));
        Visit(desk.At("10:41:00"), A1203).Calls(A1203).Call(CallStep.Ringing, A1203).After(8).Call(CallStep.Answered, A1203)
            .Act(id => new CaseAct.HeardFromHousehold(id, Yes: false));
        Assert.Equal((CaseStatus.Refused, Refusal.HouseholdRefused), (desk.Status, desk.Lines.Last().Refused));
        Assert.Equal(1, desk.Press().Opened);
    }

    [Fact]
    public void S08_a_visitor_whom_nobody_answers_has_no_name_route()
    {
        var desk = Visit(new DeskRun("11:02:00"), A1203).NobodyAnswers(A1203);
        Assert.Equal((CaseStatus.Refused, Refusal.HouseholdDidNotAnswer), (desk.Status, desk.Case.Refused));
        desk.Act(id => new CaseAct.TypeName(id, new(NameAnswer.Match, false), null)).Press();
        Assert.Equal(0, desk.Opened);
    }

    [Fact]
    public void S08_no_unit_is_called_for_a_host_who_does_not_live_there()
    {
        var desk = new DeskRun("11:10:00").Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, A1203, HostLivesThere: false, 1, Person("wang-ming")));
        Assert.Equal((0, 0), (desk.Dialled, desk.Count(EventKind.RequestAsked)));
        Assert.Contains(desk.Events, e => e.Admission?.Refusal == Refusal.HostNotThere);
    }

    [Fact]
    public void S09_a_special_residents_visitor_is_cleared_by_the_control_room_alone()
    {
        var desk = Visit(new DeskRun("11:30:20"), A1801);
        Assert.Equal(0, desk.Dialled);
        desk.At("11:30:52");
        Assert.Equal("11:30:40", desk.Times(EventKind.RequestEscalated));
        desk.Acknowledge(ControlRoom).At("11:31:45").Reply(ControlRoom, Answer.Yes);
        Assert.Equal(CaseStatus.Cleared, desk.Status);
        desk.Press().GoesIn();
        Assert.Equal((1, ControlRoom.Actor), (desk.Opened, desk.Lines.Single().ConsentBy));

        Visit(desk.At("11:50:00"), A1801).At("11:53:00");
        Assert.Equal("11:30:40 11:50:20 11:52:00", desk.Times(EventKind.RequestEscalated));
        Assert.Equal(Role.TeamLead, desk.Events.Last(e => e.Kind == EventKind.RequestEscalated).Admission?.Told);
        Assert.Equal(1, desk.Press().Opened);
        desk.Reply(ControlRoom, Answer.No);
        Assert.Equal((CaseStatus.Refused, Refusal.ControlRoomRefused), (desk.Status, desk.Case.Refused));
    }

    [Fact]
    public void S10_officers_come_in_on_the_offices_yes_for_as_many_as_it_permits()
    {
        var desk = Officers(new DeskRun("10:20:00"), 2).At("10:20:18").Acknowledge(Office).At("10:21:40").Reply(Office, Answer.Yes, 2).Press().GoesIn();
        Assert.Equal((1, 0), (desk.Opened, desk.Count(EventKind.RequestEscalated)));
        Assert.Equal((2, Office.Actor), (desk.Lines.Single().HeadCount, desk.Lines.Single().ConsentBy));

        Officers(desk.At("15:40:00"), 1).At("15:44:00");
        Assert.StartsWith("15:40:30 15:43:00", desk.Times(EventKind.RequestEscalated), StringComparison.Ordinal);
        Assert.Equal(1, desk.Press().Opened);
    }

    [Fact]
    public void S10_more_officers_than_permitted_do_not_come_in()
    {
        var desk = Officers(new DeskRun("10:20:00"), 3).Reply(Office, Answer.Yes, 2).Press();
        Assert.Equal((0, Refusal.PartyTooLarge), (desk.Opened, desk.Refused));
    }

    [Fact]
    public void S10_a_booked_tour_opens_in_its_window_for_its_people_and_no_more()
    {
        var zone = TimeSpan.FromHours(8);
        var desk = new DeskRun("13:00:00").OfficeSays(new TourAct.Book(new TourFacts(
            new("t-1"), A, 12, new DateTimeOffset(2026, 3, 10, 14, 0, 0, zone), new DateTimeOffset(2026, 3, 10, 15, 0, 0, zone))));
        desk.At("13:59:59").Open(Category.Tour).Act(id => Here(id, 12));
        Assert.Equal(Refusal.TourOutsideWindow, desk.Refused);
        desk.At("14:05:00").Act(id => Here(id, 12)).Press().GoesIn();
        Assert.Equal(1, desk.Opened);
        desk.At("14:10:00").Open(Category.Tour).Act(id => Here(id, 3));
        Assert.Equal(Refusal.PartyTooLarge, desk.Refused);
        desk.At("15:00:00").Open(Category.Tour).Act(id => Here(id, 1));
        Assert.Equal(Refusal.TourOutsideWindow, desk.Refused);
        Assert.Equal(1, desk.Press().Opened);

        static CaseAct Here(CaseId id, int people) => new CaseAct.PresentTour(id, new("t-1"), people);
    }

    [Fact]
    public void S11_a_pass_opens_only_after_its_line_is_on_disk()
    {
        var desk = Checked(new DeskRun("06:10:00"), MilkPass);
        Assert.Equal(CaseStatus.Recording, desk.Status);
        var line = Assert.Single(desk.Lines);
        Assert.Equal(0, desk.Press().Opened);
        Assert.Equal(Refusal.RecordNotStored, desk.Refused);
        desk.Do(new PolicyInput.RecordStored(desk.Now, desk.Last, line.Number with { Ordinal = 99 })).Press();
        Assert.Equal(0, desk.Opened);
        desk.Do(new PolicyInput.RecordStored(desk.Now, desk.Last, line.Number)).Press();
        Assert.Equal(1, desk.Opened);
        Assert.Equal(line.Number, desk.Events.Single(e => e.Kind == EventKind.AccessGranted).Admission?.Record);
        Assert.Single(desk.Lines);
    }

    [Theory]
    [InlineData("2026-03-10", "08:12:00", null, "a weekday within the hours")]
    [InlineData("2026-03-10", "07:59:59", Refusal.PassOutsideHours, "a second too early")]
    [InlineData("2026-03-10", "18:00:00", Refusal.PassOutsideHours, "the end is excluded")]
    [InlineData("2026-03-10", "19:05:00", Refusal.PassOutsideHours, "the evening")]
    [InlineData("2026-03-15", "09:00:00", Refusal.PassWrongDay, "a Sunday")]
    [InlineData("2027-01-01", "09:00:00", Refusal.PassExpired, "the last day is over")]
    public void S11_a_decorators_pass_has_its_days_and_hours(string date, string clock, Refusal? refused, string why)
    {
        var desk = new DeskRun(clock, date: date).Open(Category.PassHolder).Act(id => new CaseAct.PresentPass(id, DecoratorPass, null));
        Assert.True(refused == desk.Case.Refused, why);
        Assert.Equal(refused is null ? CaseStatus.Verifying : CaseStatus.Refused, desk.Status);
    }

    static DeskRun Checked(DeskRun desk, PassFacts pass) => desk.Open(Category.PassHolder)
        .Act(id => new CaseAct.PresentPass(id, pass, null)).Act(id => new CaseAct.CompareLikeness(id, Agrees: true));

    static DeskRun Visit(DeskRun desk, HouseholdFacts household) => desk.Open(Category.Visitor)
        .Act(id => new CaseAct.DescribeVisit(id, household, HostLivesThere: true, 1, Person("wang-ming")));

    static DeskRun Officers(DeskRun desk, int count) => desk.Open(Category.GovernmentOfficer).Act(id => new CaseAct.DescribeParty(id, count, Person("brigade")));

    static GateAct.Announce Announce(string id, bool confirmed, int headCount) =>
        new GateAct.Announce(new(new(id), A0602, headCount, Person(id), ClearedByControlRoom: false, OverRadio: false), confirmed);
}
