using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>A case that becomes another one, or names another unit, starts anew: nothing that spoke for the first speaks for the second.</summary>
public class CategoryTests
{
    [Theory]
    [InlineData("visitor, asked", Category.SelfDeclaredResident)]
    [InlineData("self-declared, cleared by the unit", Category.Visitor)]
    [InlineData("self-declared, matched", Category.Visitor)]
    [InlineData("officers, cleared", Category.Visitor)]
    [InlineData("employee, badge checked", Category.GovernmentOfficer)]
    [InlineData("undecided, the unit said yes", Category.GovernmentOfficer)]
    public void Another_kind_starts_anew(string scene, Category category)
    {
        var desk = DeskScenes.All[scene]().Act(id => new CaseAct.ChangeCategory(id, category));
        Assert.Equal((category, CaseStatus.Open, 0, false), (desk.Case.Category, desk.Status, desk.Case.Evidence.Count, desk.Case.AppearanceOnFile));
        Assert.Null(desk.Case.Request);
        Assert.Equal(CaseStatus.Open, desk.Events.Last(told => told.Kind == EventKind.CaseMoved).Admission!.To);
        Assert.Equal(0, desk.Press().Opened);
    }

    [Theory]
    [InlineData("undecided, the unit was dialled", CaseStatus.Waiting, CaseStatus.Waiting)]
    [InlineData("undecided, the unit said yes", CaseStatus.Verifying, CaseStatus.Cleared)]
    public void What_a_call_that_opened_the_case_has_brought_stays(string scene, CaseStatus named, CaseStatus described)
    {
        var desk = DeskScenes.All[scene]().Act(id => new CaseAct.ChangeCategory(id, Category.Visitor));
        Assert.Equal(named, desk.Events.Last(told => told.Kind == EventKind.CaseMoved).Admission!.To);
        Assert.Equal(described, desk.Act(id => new CaseAct.DescribeVisit(id, A1203, true, 1, Person("v"))).Status);
    }

    [Theory]
    [InlineData("undecided, the unit was dialled")]
    [InlineData("undecided, the unit said yes")]
    public void But_not_for_another_unit(string scene)
    {
        var desk = DeskScenes.All[scene]().Act(id => new CaseAct.ChangeCategory(id, Category.Visitor))
            .Act(id => new CaseAct.DescribeVisit(id, A0903, true, 1, Person("v")));
        Assert.Equal((CaseStatus.Waiting, 0, null), (desk.Status, desk.Case.Evidence.Count, desk.Case.Request!.Call));
    }

    [Fact]
    public void The_attempts_at_one_unit_are_not_those_at_another()
    {
        var desk = DeskScenes.All["self-declared, asked"]().Calls(A1203).Call(CallStep.Ringing).After(30).Call(CallStep.Ended);
        Assert.Equal(1, desk.Case.Unanswered);
        Assert.Equal(1, desk.Act(id => new CaseAct.NameHousehold(id, A1203, Person("n"))).Case.Unanswered);
        Assert.Equal(0, desk.Act(id => new CaseAct.NameHousehold(id, A1502, Person("n"))).Case.Unanswered);
    }

    [Fact]
    public void Who_spoke_at_one_unit_has_not_spoken_at_another()
    {
        var desk = DeskScenes.All["self-declared, talking"]().Act(id => new CaseAct.NameHousehold(id, A1203, Person("n")));
        Assert.True(desk.Case.HouseholdSpoke);
        Assert.False(desk.Act(id => new CaseAct.NameHousehold(id, A1502, Person("n"))).Case.HouseholdSpoke);
    }

    /// <summary>The unit cannot be asked: the statement stands, and whoever was waited for before is not waited for any more.</summary>
    [Theory]
    [InlineData("visitor, open", CaseStatus.Open)]
    [InlineData("visitor, asked", CaseStatus.Verifying)]
    [InlineData("visitor, on hold", CaseStatus.Verifying)]
    [InlineData("visitor, cleared", CaseStatus.Verifying)]
    public void A_unit_that_cannot_be_called_leaves_nothing_to_wait_for(string scene, CaseStatus stands)
    {
        var desk = scene == "visitor, cleared" ? DeskScenes.All["visitor, asked"]().Calls(A1203).Call(CallStep.Ringing).Call(CallStep.UnlockRequested) : DeskScenes.All[scene]();
        desk.Act(id => new CaseAct.DescribeVisit(id, A0903 with { Stations = 0 }, true, 1, Person("v")));
        Assert.Equal((stands, Refusal.NoStation, 0), (desk.Status, desk.Refused, desk.Case.Evidence.Count));
        Assert.Contains(Role.TeamLead, desk.Told);
    }

    [Theory]
    [InlineData("called off")]
    [InlineData("on hold")]
    [InlineData("another kind")]
    public void An_announcement_is_given_back_to_its_own_visitor(string how)
    {
        var other = new AnnouncementFacts(new("g2"), A1203, 1, null, ClearedByControlRoom: false, OverRadio: false);
        var desk = DeskScenes.All["announced, cleared"]().GateSays(new GateAct.Announce(other, Confirmed: true))
            .Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, new("g2"), 1, true));
        desk.Act(how switch { "called off" => new CaseAct.Cancel(new(1)), "on hold" => new CaseAct.Hold(new(1)), _ => new CaseAct.ChangeCategory(new(1), Category.Visitor) });
        var all = desk.State.Admission.Announcements;
        Assert.Equal((AnnouncementStatus.Confirmed, null), (all[new("g")].Status, all[new("g")].Case));
        Assert.Equal((AnnouncementStatus.Matched, new CaseId(2)), (all[new("g2")].Status, all[new("g2")].Case!.Value));
    }

    [Fact]
    public void An_opening_uses_its_own_announcement_up_and_no_other()
    {
        var other = new AnnouncementFacts(new("g2"), A1203, 1, null, ClearedByControlRoom: false, OverRadio: false);
        var desk = DeskScenes.All["announced, cleared"]().GateSays(new GateAct.Announce(other, Confirmed: true))
            .Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, new("g2"), 1, true)).Press();
        var all = desk.State.Admission.Announcements;
        Assert.Equal((AnnouncementStatus.Matched, AnnouncementStatus.Used), (all[new("g")].Status, all[new("g2")].Status));
    }

    [Fact]
    public void What_becomes_of_one_door_is_nothing_to_the_case_at_another()
    {
        var desk = DeskScenes.All["forgotten card, opening"]().Act(new CaseAct.EmergencyEntry(A, Building.Garage, EmergencyReason.Police))
            .Released(Policy.Doors.ReleaseOutcome.Unknown, Building.Garage);
        Assert.Equal((CaseStatus.Opening, CaseStatus.Unknown), (desk.State.Admission.Cases[new(1)].Status, desk.Status));
    }

    [Fact]
    public void A_list_is_full_of_this_lobbys_open_cases_only()
    {
        var desk = new DeskRun();
        for (var count = 0; count < AdmissionLimits.OpenCases; count++)
        {
            desk.Open(Category.Visitor);
        }

        Assert.Equal(1, desk.Act(new CaseAct.Open(B, Building.Stairs, Category.Visitor, null), AssistantB).State.Admission.Cases.Values.Count(one => one.Lobby == B));
        desk.Act(new CaseAct.Cancel(new(1))).Open(Category.Visitor);
        Assert.Equal(0, desk.Count(EventKind.ActRefused));
    }
}
