using Bridge.Devices.Intercoms;
using Bridge.Simulators.Intercoms;
using Kind = Bridge.Devices.Intercoms.IntercomCallKind;

namespace Bridge.Devices.Tests.Intercoms;

/// <summary>What contacts make of calls besides the contract of all drivers.</summary>
public sealed class ContactCallTests
{
    [Fact]
    public void APressOfAFifthOfASecondIsSeenAtSlowPollsWhereTheModuleCounts()
    {
        var bench = new ContactBench(poll: 1);
        bench.Intercom.Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 3, UnlocksAfter: 2.3, Talks: 6));
        bench.After(1, () => bench.Intercom.Board.Call("P1", "1203"));
        bench.Run(30);
        Assert.Equal("Started Ringing Answered UnlockRequested Ended", bench.Kinds);
    }

    [Fact]
    public void ABellOfAUnitsOwnTellsTheUnit()
    {
        var bench = new ContactBench();
        bench.Intercom.Board.Conduct("1204", new UnitConduct(UnitReaction.Answers));
        bench.After(1, () => bench.Intercom.Board.Call("P1", "1204"));
        bench.Run(30);
        Assert.Equal("Started Ringing Answered Ended", bench.Kinds);
        Assert.All(bench.Calls, call => Assert.Equal("1204", call.Unit));
    }

    [Fact]
    public void ABellThatFollowsItsCadenceIsOneCall()
    {
        var bench = new ContactBench();
        bench.After(1, () => bench.Intercom.Board.Call("P1", "1203"));
        bench.Run(60);
        Assert.Equal(1, bench.Count(Kind.Started));
    }

    [Fact]
    public void TheNextCallEndsTheOneBeforeItAtAnotherUnit()
    {
        var bench = new ContactBench();
        bench.After(1, () => bench.Intercom.Board.Call("P1", "1203"));
        bench.After(4, () =>
        {
            bench.Intercom.Board.HangUp("P1");
            bench.Intercom.Board.Call("P1", "1204");
        });
        bench.Run(60);
        Assert.Equal("Started Ringing Ended Started Ringing NoAnswer Ended", bench.Kinds);
        Assert.Equal(2, bench.Calls.Select(call => call.CallId).Distinct().Count());
    }

    [Fact]
    public void WhatIsClosedAtFirstContactWasNotPressedJustNow()
    {
        var bench = new ContactBench();
        foreach (var input in bench.Module.Inputs.Values)
        {
            input.Set(true);
        }

        bench.Run(10);
        Assert.Empty(bench.Calls);
    }

    [Fact]
    public void AStuckBellEndsWithTheWatchdogAndBeginsNothingAnew()
    {
        var bench = new ContactBench();
        bench.After(1, () => bench.Module.Inputs["input1"].Set(true));
        bench.Run(200);
        Assert.Equal("Started Ringing Ended", bench.Kinds);
        Assert.Equal(IntercomEndReason.Stale, bench.EndReason());
    }

    [Fact]
    public void AHandsetLiftedOutsideOfACallIsNoCall()
    {
        var bench = new ContactBench();
        bench.After(1, () => bench.Module.Inputs["input2"].Set(true));
        bench.After(5, () => bench.Module.Inputs["input2"].Set(false));
        bench.Run(10);
        Assert.Empty(bench.Calls);
    }

    [Fact]
    public void WithoutAHookContactACallStaysOpenAndAnUnlockBelongsToIt()
    {
        var bench = new ContactBench();
        bench.Bench.Intercoms[1] = ContactBench.Definition with { Sets = [new ContactSet(null) { Call = "input1", Unlock = "input3" }] };
        bench.Intercom.Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 3, UnlocksAfter: 20, Talks: 30));
        bench.After(1, () => bench.Intercom.Board.Call("P1", "1203"));
        bench.Run(80);
        Assert.Equal("Started Ringing UnlockRequested Ended", bench.Kinds);
        Assert.Single(bench.Calls.Select(call => call.CallId).Distinct());
        Assert.Equal(IntercomEndReason.Stale, bench.EndReason());
    }
}
