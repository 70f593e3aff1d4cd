using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using Bridge.Policy.Tests.Admission;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Calls;

/// <summary>What an intercom says once counts once, and a call speaks for its own case only.</summary>
public class CallTests
{
    [Fact]
    public void A_start_that_is_told_twice_is_one_call() => Assert.Equal(1, Asked().Calls(A1203).Call(CallStep.Started, A1203).Count(EventKind.CallStarted));

    [Fact]
    public void Ringing_that_is_told_again_does_not_ring_longer()
    {
        var desk = Asked().Calls(A1203).Call(CallStep.Ringing).After(20).Call(CallStep.Ringing);
        Assert.Equal((1, 1), (desk.After(10).Case.Unanswered, desk.Count(EventKind.CallRinging)));
    }

    [Fact]
    public void Somebody_answers_once() =>
        Assert.Equal(1, Asked().Calls(A1203).Call(CallStep.Ringing).Call(CallStep.Answered).Call(CallStep.Answered).Count(EventKind.CallAnswered));

    [Theory]
    [InlineData(CallStep.Held)]
    [InlineData(CallStep.Resumed)]
    public void A_call_that_nobody_took_cannot_be_held_or_resumed(CallStep step) =>
        Assert.Equal(CallStatus.Ringing, Asked().Calls(A1203).Call(CallStep.Ringing).Call(step).State.Admission.Calls.Values.Single().Status);

    [Fact]
    public void A_call_that_was_held_and_resumed_is_talking_again()
    {
        var desk = Asked().Calls(A1203).Call(CallStep.Ringing).Call(CallStep.Answered).Call(CallStep.Held);
        Assert.Equal(CallStatus.Held, desk.State.Admission.Calls.Values.Single().Status);
        Assert.Equal(CaseStatus.Cleared, desk.Call(CallStep.Resumed).Act(id => new CaseAct.HeardFromHousehold(id, Yes: true)).Status);
    }

    [Theory]
    [InlineData(true, CaseStatus.Cleared)]
    [InlineData(false, CaseStatus.Refused)]
    public void What_the_desk_hears_on_the_live_call_counts_as_said(bool yes, CaseStatus status) =>
        Assert.Equal(status, DeskScenes.All["self-declared, talking"]().Act(id => new CaseAct.HeardFromHousehold(id, yes)).Status);

    [Fact]
    public void Who_speaks_too_late_has_still_spoken()
    {
        var desk = DeskScenes.All["self-declared, asked"]().Calls(A1203).Call(CallStep.Ringing).After(30).Call(CallStep.Ended)
            .Calls(A1203).Call(CallStep.Ringing).After(30.5).Call(CallStep.Answered);
        Assert.True(desk.Case.HouseholdSpoke);
        Assert.Empty(desk.Case.Evidence);
    }

    [Fact]
    public void After_a_yes_by_the_key_nobody_answering_is_no_way_by_name()
    {
        var desk = DeskScenes.All["self-declared, cleared by the unit"]().After(60).Act(id => new CaseAct.Ask(id)).NobodyAnswers(A1203);
        Assert.Equal((CaseStatus.Refused, Refusal.HouseholdDidNotAnswer), (desk.Status, desk.Case.Refused));
    }

    [Fact]
    public void What_is_told_of_a_call_says_which_and_whose()
    {
        var desk = Asked().Calls(A1203);
        var started = desk.Events.Single(told => told.Kind == EventKind.CallStarted).Admission!;
        Assert.Equal((A, PanelA, new CallId("call-1"), A1203.Household, desk.Last), (started.Lobby!.Value, started.Panel!.Value, started.Call!.Value, started.Household!.Value, started.Case!.Value));
        desk.Do(new PolicyInput.CallTold(desk.Now, new CallNotice(PanelA, new("call-1"), CallStep.Ended, A1203, "hung up")));
        Assert.Equal("hung up", desk.Events.Single(told => told.Kind == EventKind.CallEnded).Detail);
        Assert.Equal("Busy", Asked().Calls(A1203).Call(CallStep.Busy).Events.Single(told => told.Kind == EventKind.CallEnded).Detail);
    }

    [Fact]
    public void An_answer_that_is_passed_over_says_on_which_call_and_for_which_case()
    {
        var ignored = Asked().Calls(A1203).Call(CallStep.UnlockRequested).Events.Single(told => told.Kind == EventKind.AnswerIgnored).Admission!;
        Assert.Equal((A, PanelA, new CaseId(1), Refusal.RequestNotOpen), (ignored.Lobby!.Value, ignored.Panel!.Value, ignored.Case!.Value, ignored.Refusal!.Value));
    }

    [Fact]
    public void A_call_opens_a_case_only_where_one_can_be()
    {
        Assert.Single(new DeskRun().Calls(A1203).State.Admission.Cases);
        Assert.Empty(new DeskRun().Calls(B0301, PanelA).State.Admission.Cases);
        Assert.Empty(new DeskRun(rules: Rules with { Doors = Rules.Doors.Remove(Building.Lobby) }).Calls(A1203).State.Admission.Cases);
        var full = new DeskRun();
        for (var count = 0; count < AdmissionLimits.OpenCases; count++)
        {
            full.Open(Category.Visitor);
        }

        Assert.Equal(AdmissionLimits.OpenCases, full.Calls(A1203).State.Admission.Cases.Count);
    }

    /// <summary>The panel at the person's own door is told to dial, else one that can.</summary>
    [Theory]
    [InlineData(true, true, "p2", "the one at the door")]
    [InlineData(true, false, "p1", "the one at the door cannot: another one")]
    [InlineData(false, false, null, "none can: the person dials")]
    public void The_panel_at_the_door_dials(bool first, bool second, string? dials, string why)
    {
        var panels = System.Collections.Immutable.ImmutableSortedDictionary<PanelId, PanelRules>.Empty
            .Add(new("p1"), new(Building.Garage, first)).Add(new("p2"), new(Building.Lobby, second)).Add(new("p3"), new(Building.Garage, first));
        var lobby = Rules.Admission.Lobbies[A] with { Panels = panels };
        var desk = new DeskRun(rules: Rules with { Admission = Rules.Admission with { Lobbies = Rules.Admission.Lobbies.SetItem(A, lobby) } })
            .Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, A1203, true, 1, Person("v")));
        Assert.True(dials == desk.Dials.SingleOrDefault().Value, why);
    }

    static DeskRun Asked() => DeskScenes.All["visitor, asked"]();
}
