using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Every limit of the desk, a tick before it and at it. What is due is known to the tick.</summary>
public class DeskTimerTests
{
    static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    /// <param name="Limit">Seconds from the end of what happens.</param>
    sealed record Row(string Why, Func<DeskRun> Happens, double Limit, Func<DeskRun, object?> Look, object? Before, object? After);

    static readonly Row[] Rows =
    [
        new("a recognition by sight", Scene("forgotten card, cleared"), 30, Status, CaseStatus.Cleared, CaseStatus.Verifying),
        new("a household's yes", Scene("self-declared, cleared by the unit"), 60, Status, CaseStatus.Cleared, CaseStatus.Verifying),
        new("a match of the name", Scene("self-declared, cleared by name"), 60, Status, CaseStatus.Cleared, CaseStatus.Verifying),
        new("a badge", Scene("employee, cleared"), 60, Status, CaseStatus.Cleared, CaseStatus.Verifying),
        new("a pass", Scene("pass, cleared"), 60, Status, CaseStatus.Cleared, CaseStatus.Verifying),
        new("the control room's yes", () => Special().Reply(ControlRoom, Answer.Yes), 300, Status, CaseStatus.Cleared, CaseStatus.Verifying),
        new("the office's yes, and nobody did anything since", Scene("officers, cleared"), 600, Status, CaseStatus.Cleared, CaseStatus.Expired),
        new("a ring", () => Visits(A1203).Calls(A1203).Call(CallStep.Ringing), 30, desk => desk.Case.Unanswered, 0, 1),
        new("the control room takes it up", Special, 20, Escalations, 0, 1),
        new("the control room answers", Special, 120, Escalations, 1, 2),
        new("the control room took it up in time, and answers", () => Special().Acknowledge(ControlRoom), 120, Escalations, 0, 1),
        new("the office takes it up", Scene("officers, asked"), 30, Escalations, 0, 1),
        new("the office answers", Scene("officers, asked"), 180, Escalations, 1, 2),
        new("the manager on call", Scene("officers, asked"), 360, Escalations, 2, 3),
        new("an announcement", () => new DeskRun().GateSays(new GateAct.Announce(new(new("g"), A1203, 1, null, false, false), Confirmed: true)), 1200,
            desk => desk.State.Admission.Announcements[new("g")].Status, AnnouncementStatus.Confirmed, AnnouncementStatus.Expired),
        new("a case that nobody touches", () => new DeskRun().Open(Category.Visitor), 600, Status, CaseStatus.Open, CaseStatus.Expired),
        new("a question that nobody answers", () => Visits(A1203), 600, Status, CaseStatus.Waiting, CaseStatus.Expired),
        new("a visitor on hold", Scene("visitor, on hold"), 600, Status, CaseStatus.Holding, CaseStatus.Expired),
        new("a record that is not complete", () => Emergency().GoesIn(), 120, desk => desk.Case.RecordFlaggedLate, false, true),
        new("a door that says nothing", () => Emergency(Building.Garage).Released(door: Building.Garage), 15 + 8 + 5 + 1, Status, CaseStatus.Opening, CaseStatus.Unseen),
        new("the next handset of the patrol", Followed, 30, desk => desk.Count(EventKind.AlertOffered), 0, 1),
        new("the patrol's lead and the control room", Followed, 60, desk => desk.Count(EventKind.AlertEscalated), 0, 2),
        new("the patrol's result", Followed, 600, desk => desk.Count(EventKind.AlertEscalated), 2, 3),
        new("what has ended can be asked about", Scene("visitor, cancelled"), 1800, desk => desk.State.Admission.Cases.Count, 1, 0),
    ];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Why)];

    [Theory, MemberData(nameof(Names))]
    public void Runs_out_at_its_limit_and_not_before(string why)
    {
        var row = Rows.Single(one => one.Why == why);
        foreach (var step in new[] { 0, 90, -90 })
        {
            var desk = row.Happens();
            desk.ClockError = TimeSpan.FromSeconds(step);
            var limit = desk.Now.Elapsed + TimeSpan.FromSeconds(row.Limit);
            desk.Until(limit - Tick);
            Assert.Equal(row.Before, row.Look(desk));
            Assert.Equal(limit, desk.State.Admission.NextDue);
            desk.Until(limit);
            Assert.Equal(row.After, row.Look(desk));

            // The host may come late: then it is the same, a tick later.
            var late = row.Happens();
            late.Until(limit - Tick).Jump(limit + Tick).Do(new PolicyInput.Tick(late.Now));
            Assert.Equal(row.After, row.Look(late));
        }
    }

    [Theory]
    [InlineData(0, 2, "the limit is included")]
    [InlineData(1, 1, "a tick later it is over")]
    public void A_door_opens_once_more_within_a_minute(int ticks, int opened, string why)
    {
        var desk = DeskScenes.All["forgotten card, entered"]();
        desk.Until(desk.Now.Elapsed + TimeSpan.FromSeconds(60) + (ticks * Tick)).Press("trolley");
        Assert.True(opened == desk.Opened, why);
    }

    [Fact]
    public void A_release_has_to_be_taken_within_fifteen_seconds()
    {
        var desk = DeskScenes.All["forgotten card, cleared"]();
        var release = BuildingPolicy.Decide(desk.State, new PolicyInput.CaseActed(desk.Now, Assistant, new CaseAct.PressOpen(new(1), Building.Lobby, null, null)))
            .Effects.OfType<DeviceEffect.ReleaseLock>().Single();
        Assert.Equal(desk.Now.Elapsed + TimeSpan.FromSeconds(15), release.Deadline.Elapsed);
    }

    static Func<DeskRun> Scene(string name) => DeskScenes.All[name];

    static object? Status(DeskRun desk) => desk.State.Admission.Cases[new(1)].Status;

    static Func<DeskRun, object?> Escalations => desk => desk.Count(EventKind.RequestEscalated);

    static DeskRun Visits(HouseholdFacts unit) => new DeskRun().Open(Category.Visitor).Act(id => new CaseAct.DescribeVisit(id, unit, true, 1, Person("v")));

    static DeskRun Special() => Visits(A1801);

    static DeskRun Emergency(DoorId? door = null) => new DeskRun().Act(new CaseAct.EmergencyEntry(A, door ?? Building.Lobby, EmergencyReason.Police));

    static DeskRun Followed() => DeskScenes.All["self-declared, opening"]();
}
