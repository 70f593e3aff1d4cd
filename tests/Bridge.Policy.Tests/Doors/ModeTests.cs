using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Doors.DoorModeRequest;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Doors;

public class ModeTests
{
    static readonly Dictionary<DoorMode, DoorModeRequest[]> Way = new()
    {
        [DoorMode.Locked] = [],
        [DoorMode.Unlocked] = [Unlock],
        [DoorMode.Blocked] = [Block],
        [DoorMode.LockedDown] = [LockDown],
        [DoorMode.LockedOpen] = [LockOpen],
    };

    static readonly Story[] Table =
    [
        new("held by a pulse that the device ends by itself, renewed at half its length",
            r => r.Mode(Unlock).Until(25), "DoorModeChanged release(HoldMode 20s) release(HoldMode 20s) release(HoldMode 20s)"),
        new("released is told once for a hold, not with every renewal",
            r => r.Mode(Unlock).Ended(ReleaseOutcome.Confirmed).Lock(LockPhysicalState.Unlocked).Until(10).Ended(ReleaseOutcome.Confirmed),
            "DoorModeChanged release(HoldMode 20s) LockReleased release(HoldMode 20s)"),
        new("a renewal that fails is told once, and goes on being tried",
            r => r.Mode(Unlock).Ended(ReleaseOutcome.Refused).Until(10).Ended(ReleaseOutcome.Refused).Until(20).Ended(ReleaseOutcome.Confirmed),
            "DoorModeChanged release(HoldMode 20s) ReleaseRefused release(HoldMode 20s) release(HoldMode 20s) LockReleased"),
        new("leaving the mode secures the lock", r => r.Mode(Unlock).Mode(DoorModeRequest.Lock).Until(5), "DoorModeChanged release(HoldMode 20s) DoorModeChanged secure"),
        new("a held door opens without an alarm, and may stand open",
            r => r.Mode(Unlock).Contact(DoorPhysicalState.Open).Until(9), "DoorModeChanged release(HoldMode 20s) DoorOpened"),
        new("its time runs from the moment the hold ends",
            r => r.Mode(LockOpen).Contact(DoorPhysicalState.Open).Until(9).Mode(LockOpenRelease).Until(28.9).Contact(DoorPhysicalState.Closed),
            "DoorModeChanged release(HoldMode 20s) DoorOpened DoorModeChanged secure DoorClosed"),
        new("unlocking a door that stands open too long ends that alarm",
            r => r.Exit(true).Contact(DoorPhysicalState.Open).Jump(31).Mode(Unlock),
            "RequestToExit DoorOpened DoorOpenTooLong show(DoorOpenTooLong) show(DoorOpenTooLong) DoorModeChanged"
            + " DoorOpenTooLongRestored show(Idle) show(Idle) release(HoldMode 20s)"),
        new("a forced door stays an alarm until it is closed", r => r.Contact(DoorPhysicalState.Open).Mode(Unlock).Contact(DoorPhysicalState.Closed),
            "DoorOpened DoorForcedOpen DoorModeChanged release(HoldMode 20s) DoorClosed DoorForcedOpenRestored"),
        new("a lock-down ends a momentary release now", r => r.Card(People.AnnCard).Ended(ReleaseOutcome.Confirmed).Mode(LockDown).Until(20),
            "AccessGranted release(Credential 5s) show(AccessGranted) LockReleased DoorModeChanged secure DoorFault LockSecured"),
        new("an offline door keeps the intention and releases nothing", r => r.Link(false).Mode(Unlock).Until(60), "LinkLost DoorModeChanged"),
        new("the return of the link releases nothing; the next tick takes the hold up again",
            r => r.Mode(Unlock).Jump(1).Link(false).Until(50).Link(true), "DoorModeChanged release(HoldMode 20s) LinkLost ReleaseOutcomeUnknown LinkRestored"),
        new("that tick", r => r.Link(false).Mode(Unlock).Until(50).Link(true).Until(50), "LinkLost DoorModeChanged LinkRestored release(HoldMode 20s)"),
        new("a hold survives a restart and waits for its device",
            r => r.Mode(LockOpen).Restart().Until(30).Link(true).Until(30), "DoorModeChanged release(HoldMode 20s) BridgeStarted LinkRestored release(HoldMode 20s)"),
        new("a lock-down survives a restart", r => r.Mode(LockDown).Restart().Link(true).Mode(Unlock), "DoorModeChanged BridgeStarted LinkRestored DoorModeRefused"),
        new("a card at a held door is a grant without a pulse of its own: the device would relock at its end",
            r => r.Mode(Unlock).Card(People.AnnCard).Contact(DoorPhysicalState.Open),
            "DoorModeChanged release(HoldMode 20s) AccessGranted show(AccessGranted) DoorOpened AccessTaken"),
        new("who was let in is still seen going in when the door is then unlocked",
            r => r.Card(People.AnnCard).Mode(Unlock).Contact(DoorPhysicalState.Open),
            "AccessGranted release(Credential 5s) show(AccessGranted) DoorModeChanged release(HoldMode 20s) DoorOpened AccessTaken"),
        new("a link that says the same again is no news", r => r.Link(true).Link(false).Link(false), "LinkLost"),
        new("locking what is locked says nothing", r => r.Mode(DoorModeRequest.Lock), ""),
        new("an unknown door is refused and not an accident", r => r.Mode(Unlock, new DoorId("roof")), "DoorModeRefused"),
    ];

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Holds(string why) => Story.Tell(Table, why);

    [Theory]
    // Every mode with every request. "-" is refused.
    //          mode               Lock      Unlock      Block      LockDown      LockDownRelease LockOpen      LockOpenRelease
    [InlineData(DoorMode.Locked, "Locked", "Unlocked", "Blocked", "LockedDown", "-", "LockedOpen", "-")]
    [InlineData(DoorMode.Unlocked, "Locked", "Unlocked", "Blocked", "LockedDown", "-", "LockedOpen", "-")]
    [InlineData(DoorMode.Blocked, "Locked", "Unlocked", "Blocked", "LockedDown", "-", "LockedOpen", "-")]
    [InlineData(DoorMode.LockedDown, "-", "-", "-", "-", "Locked", "-", "-")]
    [InlineData(DoorMode.LockedOpen, "-", "-", "-", "-", "-", "-", "Locked")]
    public void Guards(DoorMode from, params string[] expected)
    {
        foreach (var (request, to) in Enum.GetValues<DoorModeRequest>().Zip(expected))
        {
            var run = new Run();
            Array.ForEach(Way[from], r => run.Mode(r));
            Assert.Equal(from, run.Door(Lobby).Mode);
            _ = run.Log;
            run.Mode(request);
            Assert.Equal(to == "-" ? from.ToString() : to, run.Door(Lobby).Mode.ToString());
            if (to == "-")
            {
                var refused = run.Event(EventKind.DoorModeRefused);
                Assert.Equal(new ActorId("lead"), refused.Actor);
                Assert.Equal(from, refused.Mode);
                Assert.StartsWith(request.ToString(), refused.Detail, StringComparison.Ordinal);
                Assert.DoesNotContain("release", run.Log, StringComparison.Ordinal);
            }
        }
    }
}
