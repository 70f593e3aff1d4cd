using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Bridge.Policy.Calls;

namespace Bridge.Host.Tests.Runtime;

/// <summary>Somebody sets the clock on the wall while a yes and a grant run: both end when their time has passed, at the running engine.</summary>
public sealed class ClockStepTests : IDisposable
{
    private static readonly Party Desk = new(new ActorId("desk-1"), Role.LobbyAssistant, LobbyTower.Lobby);
    private static readonly HouseholdFacts Household = new(new HouseholdId(LobbyTower.Usual), LobbyTower.Lobby, ThroughControlRoom: false, Stations: 2);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly EngineBench bench = EngineBench.Running();

    public ClockStepTests()
    {
        bench.Translation.Use(new WiringIndex(LobbyTower.Wiring));
        bench.Ask(at => new PolicyInput.ConfigurationApplied(at, LobbyTower.Rules));
        bench.Engine.TakeTurn();
        bench.Line.Forget();
    }

    public void Dispose() => bench.Dispose();

    private CaseState Case => bench.State.Admission.Cases.Values.Single();

    /// <summary>The step, and whether the engine's tick comes before the key or after it.</summary>
    public static TheoryData<int, bool> Steps => new() { { 0, true }, { 0, false }, { 90, true }, { 90, false }, { -90, true }, { -90, false } };

    [Theory, MemberData(nameof(Steps))]
    public void AYesOfSixtySecondsOpensUntilTheyHavePassed(int step, bool ticked)
    {
        Yes();
        Pass(TimeSpan.FromSeconds(30), step, ticked);
        Pass(TimeSpan.FromSeconds(30) - Moment, 0, ticked);
        Press();
        Assert.Equal(CaseStatus.Opening, Case.Status);
        Assert.Single(bench.Line.Pulses);
    }

    [Theory, MemberData(nameof(Steps))]
    public void AYesOfSixtySecondsOpensNothingAfterThem(int step, bool ticked)
    {
        Yes();
        Pass(TimeSpan.FromSeconds(30), step, ticked);
        Pass(TimeSpan.FromSeconds(30), 0, ticked);
        var before = bench.Store.Head.Sequence;
        Press();
        Assert.Contains(nameof(EventKind.ActRefused), bench.Kinds(before));
        Assert.Empty(bench.Line.Pulses);
    }

    /// <summary>The control: on the clock of the wall the same yes opens too long, or not long enough.</summary>
    [Theory]
    [InlineData(-90, 60, 1)]
    [InlineData(90, 59, 0)]
    public void OnOneClockAloneTheSameYesEndsAtAnotherTime(int step, int seconds, int pulses)
    {
        bench.Time.IsOneClock = true;
        Yes();
        Pass(TimeSpan.FromSeconds(30), step, ticked: true);
        Pass(TimeSpan.FromSeconds(seconds - 30), 0, ticked: true);
        Press();
        Assert.Equal(pulses, bench.Line.Pulses.Count());
    }

    /// <summary>The disk was slow after the key: the release is let out late, and the clock was set meanwhile.</summary>
    [Theory, MemberData(nameof(Steps))]
    public void AGrantOfFifteenSecondsReachesTheDoorUntilTheyHavePassed(int step, bool ticked)
    {
        Yes();
        Offer();
        Pass(TimeSpan.FromSeconds(15) - Moment, step, ticked: false);
        bench.Engine.TakeTurn();
        Assert.Equal((Moment, ticked), (Assert.Single(bench.Line.Sent).Within, ticked));
    }

    [Theory, MemberData(nameof(Steps))]
    public void AGrantOfFifteenSecondsReachesNoDoorAfterThem(int step, bool ticked)
    {
        Yes();
        Offer();
        Pass(TimeSpan.FromSeconds(15), step, ticked: false);
        bench.Engine.TakeTurn();
        Pass(TimeSpan.Zero, 0, ticked);
        bench.Engine.TakeTurn();
        Assert.Empty(bench.Line.Pulses);
        Assert.Contains(nameof(EventKind.ReleaseNotSent), bench.Kinds(0));
    }

    /// <summary>No unit ever says what became of the pulse: that is said when the grant's time is over, not when a clock says so.</summary>
    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public void WhatFollowsAKeyFollowsAtTheSameTimes(int step) => Assert.Equal(Told(0), Told(step));

    private static List<string> Told(int step)
    {
        using var test = new ClockStepTests();
        test.bench.Line.Answer = _ => new TaskCompletionSource<Devices.CommandResult>().Task;
        test.Yes();
        test.Press();
        var start = test.bench.Clock.Elapsed;
        for (var count = 0; count < 400; count++)
        {
            test.Pass(TimeSpan.FromMilliseconds(100), count == 50 ? step : 0, ticked: true);
        }

        return [.. test.bench.Journal().Where(entry => entry.Entry.Elapsed >= start).Select(entry => $"{entry.Entry.Elapsed - start} {entry.Entry.Kind}")];
    }

    /// <summary>A visitor names a unit, and its key says yes.</summary>
    private void Yes()
    {
        Ask(at => new PolicyInput.CaseActed(at, Desk, new CaseAct.Open(LobbyTower.Lobby, Tower.Lobby, Category.Visitor, null)));
        Ask(at => new PolicyInput.CaseActed(at, Desk, new CaseAct.DescribeVisit(Case.Case, Household, HostLivesThere: true, 1, new SealedPerson(new PersonId("p-1"), "d"))));
        foreach (var call in (CallStep[])[CallStep.Started, CallStep.Ringing, CallStep.UnlockRequested])
        {
            Ask(at => new PolicyInput.CallTold(at, new CallNotice(LobbyTower.Front, new CallId("c-1"), call, Household, null)));
        }

        Assert.Equal(CaseStatus.Cleared, Case.Status);
        bench.Line.Forget();
    }

    private void Ask(Func<Moment, PolicyInput> input)
    {
        bench.Ask(input);
        bench.Engine.TakeTurn();
    }

    private void Offer() => bench.Ask(at => new PolicyInput.CaseActed(at, Desk, new CaseAct.PressOpen(Case.Case, Tower.Lobby, null, null)));

    private void Press()
    {
        Offer();
        bench.Engine.TakeTurn();
    }

    private void Pass(TimeSpan time, int step, bool ticked)
    {
        bench.Time.Jump += TimeSpan.FromSeconds(step);
        bench.Time.Advance(time);
        if (ticked)
        {
            Ask(at => new PolicyInput.Tick(at));
        }
    }
}
