using Bridge.Devices.Intercoms;
using Bridge.Simulators.Intercoms;
using Kind = Bridge.Devices.Intercoms.IntercomCallKind;

namespace Bridge.Devices.Tests.Intercoms;

/// <summary>What holds of every intercom driver, whatever its wire.</summary>
public abstract class IntercomContractTests
{
    private static readonly UnitConduct Welcomes = new(UnitReaction.Answers, After: 2, UnlocksAfter: 3, Talks: 10);

    [Fact]
    public void AnAnsweredCallWithAnUnlockIsToldStepByStep()
    {
        var bench = Ready(Welcomes);
        Dial(bench, 1);
        bench.Run(40);
        Assert.Equal("Started Ringing Answered UnlockRequested Ended", bench.Kinds);
        Assert.Single(bench.Calls.Select(call => call.CallId).Distinct());
        Assert.NotEqual("", bench.Calls.First().CallId);
        Assert.Equal(bench.TellsReasons ? IntercomEndReason.Far : IntercomEndReason.Normal, bench.EndReason());
        Assert.All(bench.Calls, call => Assert.Equal(IntercomBench.Panel, call.Panel.Point));
        Assert.All(bench.Calls, call => Assert.Equal(bench.TellsReasons ? IntercomBench.Unit : null, call.Unit));
        OneEndForEachStart(bench);
    }

    [Fact]
    public void ARefusedCallEndsAndUnlocksNothing()
    {
        var bench = Ready(new UnitConduct(UnitReaction.Refuses, After: 4));
        Dial(bench, 1);
        bench.Run(40);
        Assert.Equal(bench.TellsReasons ? "Started Ringing Denied Ended" : "Started Ringing Ended", bench.Kinds);
        Assert.Equal(bench.TellsReasons ? IntercomEndReason.Denied : IntercomEndReason.Cancelled, bench.EndReason());
        OneEndForEachStart(bench);
    }

    [Fact]
    public void ACallThatNobodyAnswersEndsAsThat()
    {
        var bench = Ready(UnitConduct.NobodyHome);
        Dial(bench, 1);
        bench.Run(60);
        Assert.Equal("Started Ringing NoAnswer Ended", bench.Kinds);
        Assert.Equal(IntercomEndReason.NoAnswer, bench.EndReason());
        OneEndForEachStart(bench);
    }

    [Fact]
    public void AnEngagedUnitNeverRings()
    {
        var bench = Ready(new UnitConduct(UnitReaction.IsBusy));
        Dial(bench, 1);
        bench.Run(40);
        Assert.Equal(bench.TellsReasons ? "Started Busy Ended" : "", bench.Kinds);
        OneEndForEachStart(bench);
    }

    [Fact]
    public void ACallThatIsGivenUpWhileItRingsIsCancelled()
    {
        var bench = Ready(UnitConduct.NobodyHome);
        Dial(bench, 1);
        bench.After(8, () => bench.Intercom.Board.HangUp(IntercomBench.Panel));
        bench.Run(60);
        Assert.Equal("Started Ringing Ended", bench.Kinds);
        Assert.Equal(IntercomEndReason.Cancelled, bench.EndReason());
        OneEndForEachStart(bench);
    }

    [Fact]
    public void AnUnlockWhileItRingsBelongsToTheCall()
    {
        var bench = Ready(UnitConduct.NobodyHome with { UnlocksAfter = 7 });
        Dial(bench, 1);
        bench.Run(60);
        Assert.Equal("Started Ringing UnlockRequested NoAnswer Ended", bench.Kinds);
        Assert.Single(bench.Calls.Select(call => call.CallId).Distinct());
        OneEndForEachStart(bench);
    }

    [Fact]
    public void AnUnlockOutsideOfAnyCallNamesNone()
    {
        var bench = Ready(UnitConduct.NobodyHome);
        bench.After(1, () => bench.Intercom.Board.PressUnlock(IntercomBench.Panel));
        bench.Run(20);
        Assert.Equal("", Assert.Single(bench.Calls, call => call.Kind == Kind.UnlockRequested).CallId);
    }

    [Fact]
    public void AConversationWhoseEndIsLostIsEndedByTheWatchdogThreeMinutesAfterTheAnswer()
    {
        var bench = Ready(Welcomes);
        bench.Intercom.SetFaults(new IntercomFaults(LosesEnds: true));
        Dial(bench, 1);
        var before = -1;
        bench.After(182, () => before = bench.Count(Kind.Ended));
        bench.Run(190);
        Assert.Equal(0, before);
        Assert.Equal(IntercomEndReason.Stale, bench.EndReason());
        OneEndForEachStart(bench);
    }

    [Fact]
    public void ALostLineEndsTheCallAndWhatComesLateUnlocksNothing()
    {
        var bench = Ready(Welcomes);
        Dial(bench, 1);
        bench.LoseLinkAfter(4);
        Assert.IsType<LineEnd.LinkLost>(bench.Run(60));
        Assert.Equal("Started Ringing Answered Ended", bench.Kinds);
        Assert.Equal(IntercomEndReason.Fault, bench.EndReason());
        Assert.IsType<DeviceEvent.Offline>(bench.Events[^1]);
        bench.Run(1);
        Assert.DoesNotContain(bench.Calls, call => call.Kind == Kind.UnlockRequested && call.CallId.Length > 0);
        OneEndForEachStart(bench);
    }

    [Fact]
    public void ARestartOfTheDeviceEndsTheCallAndUnlocksNothing()
    {
        var bench = Ready(Welcomes);
        Dial(bench, 1);
        bench.After(4, () => Restart(bench));
        bench.Run(40);
        Assert.Equal("Started Ringing Answered Ended", bench.Kinds);
        Assert.Equal(IntercomEndReason.Restart, bench.EndReason());
        Assert.Contains(bench.Events.OfType<DeviceEvent.Remark>(), remark => remark.Kind == DeviceRemark.Restarted);
        OneEndForEachStart(bench);
    }

    [Fact]
    public void AStopOfTheLineEndsTheCall()
    {
        var bench = Ready(Welcomes);
        Dial(bench, 1);
        Assert.IsType<LineEnd.Stopped>(bench.Run(4));
        Assert.Equal(IntercomEndReason.Fault, bench.EndReason());
        Assert.Empty(bench.Events.OfType<DeviceEvent.Offline>());
        OneEndForEachStart(bench);
    }

    [Fact]
    public void TamperIsToldWhenItComesAndWhenItGoes()
    {
        var bench = Ready(UnitConduct.NobodyHome);
        bench.After(1, () => bench.Intercom.SetTamper(IntercomBench.Panel, true));
        bench.After(5, () => bench.Intercom.SetTamper(IntercomBench.Panel, false));
        bench.Run(10);
        var tampers = bench.Events.OfType<DeviceEvent.IntercomHealth>().Where(health => health.Condition == IntercomCondition.Tamper).Select(health => health.IsOn);
        Assert.Equal([true, false], tampers.SkipWhile(isOn => !isOn));
    }

    [Fact]
    public void OneCallAfterTheOtherEachHasItsOwnName()
    {
        var bench = Ready(Welcomes);
        Dial(bench, 1);
        Dial(bench, 40);
        bench.Run(80);
        Assert.Equal(2, bench.Count(Kind.UnlockRequested));
        Assert.Equal(2, bench.Calls.Select(call => call.CallId).Distinct().Count());
        Assert.Equal(bench.Calls.Count(), bench.Calls.Select(call => (call.CallId, call.Kind, call.Sequence)).Distinct().Count());
        OneEndForEachStart(bench);
    }

    private protected abstract IntercomBench Make();

    private protected abstract void Restart(IntercomBench bench);

    private protected static void OneEndForEachStart(IntercomBench bench)
    {
        foreach (var call in bench.Calls.Where(call => call.CallId.Length > 0).GroupBy(call => call.CallId))
        {
            Assert.Equal(Kind.Started, call.First().Kind);
            Assert.Equal(Kind.Ended, call.Last().Kind);
            Assert.Single(call, one => one.Kind == Kind.Started);
            Assert.Single(call, one => one.Kind == Kind.Ended);
        }
    }

    private protected static void Dial(IntercomBench bench, double after) =>
        bench.After(after, () => bench.Intercom.Board.Call(IntercomBench.Panel, IntercomBench.Unit));

    private IntercomBench Ready(UnitConduct conduct)
    {
        var bench = Make();
        bench.Intercom.Board.Conduct(IntercomBench.Unit, conduct);
        return bench;
    }
}
