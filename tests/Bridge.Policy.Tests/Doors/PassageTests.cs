using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Doors.DoorPhysicalState;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Doors;

public class PassageTests
{
    const string Granted = "AccessGranted release(Credential 5s) show(AccessGranted) LockReleased";

    // The lock has tables of its own.
    static readonly BuildingRules WithoutLockSensor = Rules with { Doors = Rules.Doors.SetItem(Lobby, LobbyRules with { HasLockSensor = false }) };

    static readonly Story[] Table =
    [
        new("opened on the last instant of the window", r => Grant(r).Jump(8).Contact(Open), $"{Granted} LockSecured DoorOpened AccessTaken"),
        new("opened one tick after the window, without a tick in between: not taken, and forced",
            r => Grant(r).Jump(8.0000001).Contact(Open), $"{Granted} LockSecured AccessNotTaken DoorOpened DoorForcedOpen"),
        new("nobody opened", r => Grant(r).Until(9), $"{Granted} LockSecured AccessNotTaken"),
        new("not taken is said at the end of the window and not before", r => Grant(r).Until(7.9999999), $"{Granted} LockSecured"),
        new("a door without a contact knows neither taken nor not taken",
            r => r.Present(GarageEither, People.ReadOf(People.AnnCard)).Ended(ReleaseOutcome.Confirmed, Garage).Until(20), $"{Granted} LockSecured"),
        new("a door that stood open already shows no opening, so not taken would be a guess",
            r => r.Exit(true).Contact(Open).Card(People.AnnCard).Until(10),
            "RequestToExit DoorOpened AccessGranted release(Credential 5s) show(AccessGranted) ReleaseOutcomeUnknown"),
        new("a link that was away in the window may have hidden an opening",
            r => Grant(r).Jump(1).Lost().Jump(2).Link(true).Contact(Closed).Until(20),
            $"{Granted} LinkLost LinkRestored DoorClosed LockSecured"),
        new("opened while the link was away counts for the grant whose window is open",
            r => Grant(r).Jump(1).Lost().Jump(2).Link(true).Contact(Open),
            $"{Granted} LinkLost LinkRestored DoorOpened AccessTaken"),
        new("a second card while the first one runs: a new number, a new window, a new pulse, and one opening for the second",
            r => Grant(r).Jump(4).Card(People.BobCard).Ended(ReleaseOutcome.Confirmed).Jump(11.9).Contact(Open),
            $"{Granted} {Granted} LockSecured DoorOpened AccessTaken"),
        new("one grant, one opening: the second opening after the relock is forced",
            r => Grant(r).Jump(1).Contact(Open).Jump(2).Contact(Closed).Jump(6).Contact(Open),
            $"{Granted} DoorOpened AccessTaken DoorClosed LockSecured DoorOpened DoorForcedOpen"),
        new("opened again while the pulse still runs: the lock was released, nobody forced it",
            r => Grant(r).Jump(1).Contact(Open).Jump(2).Contact(Closed).Jump(3).Contact(Open),
            $"{Granted} DoorOpened AccessTaken DoorClosed DoorOpened"),
        new("a holder who needs longer gets the longer pulse and the window that covers it",
            r => r.Card(People.AnnCard with { ExtendedTime = true }).Ended(ReleaseOutcome.Confirmed).Jump(12).Contact(Open),
            "AccessGranted release(Credential 12s) show(AccessGranted) LockReleased DoorOpened AccessTaken LockSecured"),
        new("the start of the service ends the passage without a word about it",
            r => Grant(r).Jump(1).Restart().Until(30), $"{Granted} BridgeStarted"),
    ];

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Goes(string why) => Story.Tell(Table, why, WithoutLockSensor);

    [Fact]
    public void A_late_outcome_of_the_first_pulse_does_not_end_the_second_passage()
    {
        var run = new Run().Card(People.AnnCard).Jump(0.5).Card(People.BobCard);
        _ = run.Log;
        run.Ended(ReleaseOutcome.Refused, access: 1);
        Assert.Equal("ReleaseRefused", run.Log);
        Assert.Equal(new AccessId(2), run.Door(Lobby).Passage?.Access);
        run.Ended(ReleaseOutcome.Refused, access: 2);
        Assert.Equal("ReleaseRefused show(Fault)", run.Log);
        Assert.Null(run.Door(Lobby).Passage);
    }

    static Run Grant(Run run) => run.Card(People.AnnCard).Ended(ReleaseOutcome.Confirmed);
}
