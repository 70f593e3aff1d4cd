using Bridge.Policy.Doors;
using Bridge.Policy.Fire;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Doors.DoorModeRequest;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Doors;

/// <summary>Modes that people at screens ask for: a lock-down that two people end, and an unlocking that ends by itself.</summary>
public class ModeOrderTests
{
    static readonly Story[] Table =
    [
        new("one person locks down, two end it", r => r.Asks("sup", LockDown).Asks("sup", LockDownRelease).Asks("ccr", LockDownRelease),
            "DoorModeChanged LockDownReleaseAsked DoorModeChanged"),
        new("nobody is his own second", r => r.Asks("sup", LockDown).Asks("sup", LockDownRelease).Asks("sup", LockDownRelease),
            "DoorModeChanged LockDownReleaseAsked LockDownReleaseAsked"),
        new("a first word is good for five minutes", r => r.Asks("sup", LockDown).Asks("sup", LockDownRelease).Until(299).Asks("ccr", LockDownRelease),
            "DoorModeChanged LockDownReleaseAsked DoorModeChanged"),
        new("and no longer: the second is a first one again", r => r.Asks("sup", LockDown).Asks("sup", LockDownRelease).Until(301).Asks("ccr", LockDownRelease),
            "DoorModeChanged LockDownReleaseAsked LockDownReleaseAsked"),
        new("also when no tick came in between", r => r.Asks("sup", LockDown).Asks("sup", LockDownRelease).Jump(301).Asks("ccr", LockDownRelease),
            "DoorModeChanged LockDownReleaseAsked LockDownReleaseAsked"),
        new("a first word for one lock-down is none for the next",
            r => r.Asks("sup", LockDown).Asks("sup", LockDownRelease).Asks("ccr", LockDownRelease).Asks("tl", LockDown).Asks("ccr", LockDownRelease),
            "DoorModeChanged LockDownReleaseAsked DoorModeChanged DoorModeChanged LockDownReleaseAsked"),
        new("the person at the machine ends it alone", r => r.Asks("sup", LockDown).Mode(LockDownRelease), "DoorModeChanged DoorModeChanged"),
        new("a fire goes before a lock-down", r => r.Asks("sup", LockDown).Fire(FireReading.Alarm), "DoorModeChanged FireAlarm release(Fire 20s) release(Fire 20s)"),
        new("a lock-down does not end a fire's release", r => r.Fire(FireReading.Alarm).Asks("sup", LockDown), "FireAlarm release(Fire 20s) release(Fire 20s) DoorModeChanged"),
        new("an unlocking for a time locks by itself", r => r.Asks("ccr", Unlock, 1).Until(61),
            "DoorModeChanged release(HoldMode 20s) release(HoldMode 20s) release(HoldMode 20s) release(HoldMode 20s) release(HoldMode 20s) release(HoldMode 20s)"
            + " DoorModeChanged secure"),
        new("asked again, the time runs anew", r => r.Asks("ccr", Unlock, 1).Jump(5).Asks("ccr", Unlock, 1).Jump(62).Contact(DoorPhysicalState.Closed),
            "DoorModeChanged release(HoldMode 20s) DoorModeChanged ReleaseOutcomeUnknown"),
        new("locked before its time, nothing is left of it", r => r.Asks("ccr", Unlock, 1).Jump(5).Asks("sup", DoorModeRequest.Lock).Until(120),
            "DoorModeChanged release(HoldMode 20s) DoorModeChanged secure"),
        new("the time passes while the service is away", r => r.Asks("ccr", Unlock, 1).Jump(70).Restart().Until(71),
            "DoorModeChanged release(HoldMode 20s) BridgeStarted DoorModeChanged secure"),
        new("while it burns the door stays released, and is locked afterwards", r => r.Asks("ccr", Unlock, 1).Fire(FireReading.Alarm).Jump(61).Contact(DoorPhysicalState.Closed),
            "DoorModeChanged release(HoldMode 20s) FireAlarm release(Fire 20s) release(Fire 20s) ReleaseOutcomeUnknown DoorModeChanged"),
        new("a time means nothing for a mode that stays", r => r.Asks("sup", LockDown, 1).Until(120), "DoorModeChanged"),
    ];

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Holds(string why) => Story.Tell(Table, why);

    [Fact]
    public void TheDoorRemembersWhoAskedAndWhy()
    {
        var run = new Run().Asks("ccr", Unlock, 10);
        var told = run.Event(EventKind.DoorModeChanged);
        Assert.Equal((new ActorId("ccr"), ModeReason.Threat, "for 10 min"), (told.Actor, told.ModeReason, told.Detail));
        var order = run.Door(Lobby).Order!;
        Assert.Equal((new ActorId("ccr"), ModeReason.Threat, run.Now.Elapsed + TimeSpan.FromMinutes(10)), (order.By, order.Reason, order.Until));

        run.Jump(601).Contact(DoorPhysicalState.Closed);
        Assert.Equal(new ModeOrder(null, run.Now), run.Door(Lobby).Order);
        Assert.Equal(DoorMode.Locked, run.Door(Lobby).Mode);
    }

    [Fact]
    public void WhatIsRefusedLeavesTheOrderAsItIs()
    {
        var run = new Run().Asks("sup", LockDown).Asks("ccr", Unlock, 5);
        Assert.Equal((ModeReason.Threat, new ActorId("ccr")), (run.Event(EventKind.DoorModeRefused).ModeReason, run.Event(EventKind.DoorModeRefused).Actor));
        Assert.Equal(new ActorId("sup"), run.Door(Lobby).Order!.By);
    }

    [Fact]
    public void TheFirstWordSaysUntilWhenItIsGood()
    {
        var run = new Run().Asks("sup", LockDown).Asks("sup", LockDownRelease);
        Assert.Equal(new AskedRelease(new("sup"), run.Now.Elapsed + TimeSpan.FromMinutes(5)), run.Door(Lobby).ReleaseAsked);
        run.Asks("ccr", LockDownRelease);
        Assert.Null(run.Door(Lobby).ReleaseAsked);
    }
}
