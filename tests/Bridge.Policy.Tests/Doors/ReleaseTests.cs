using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Doors.LockPhysicalState;
using static Bridge.Policy.Doors.ReleaseOutcome;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Doors;

public class ReleaseTests
{
    const string Asked = "AccessGranted release(Credential 5s) show(AccessGranted)";

    static readonly Story[] Table =
    [
        new("refused by the device", r => Ask(r).Ended(Refused).Until(20), $"{Asked} ReleaseRefused show(Fault)"),
        new("the deadline passed before it could be sent", r => Ask(r).Ended(NotSent).Until(20), $"{Asked} ReleaseNotSent show(Fault)"),
        new("an unknown outcome is told and never sent again", r => Ask(r).Ended(ReleaseOutcome.Unknown).Until(100),
            $"{Asked} ReleaseOutcomeUnknown AccessNotTaken"),
        new("the lock sensor resolves an unknown outcome", r => Ask(r).Ended(ReleaseOutcome.Unknown).Jump(1).Lock(Unlocked).Jump(3).Lock(Locked),
            $"{Asked} ReleaseOutcomeUnknown LockReleased LockSecured"),
        new("the read-back resolves it where there is no sensor",
            r => r.Present(GarageEither, People.ReadOf(People.AnnCard)).Ended(ReleaseOutcome.Unknown, Garage).Output(true, Garage).Jump(4).Output(false, Garage),
            $"{Asked} ReleaseOutcomeUnknown LockReleased LockSecured"),
        new("the contact resolves it for the passage", r => Ask(r).Ended(ReleaseOutcome.Unknown).Jump(1).Contact(DoorPhysicalState.Open),
            $"{Asked} ReleaseOutcomeUnknown DoorOpened AccessTaken"),
        new("no outcome at all is said as unknown once the pulse would be over", r => Ask(r).Until(7), $"{Asked} ReleaseOutcomeUnknown"),
        new("the pulse ends by itself", r => AskGarage(r).Until(5), $"{Asked} LockReleased LockSecured"),
        new("and not before", r => AskGarage(r).Until(4.9999999), $"{Asked} LockReleased"),
        new("relocked on opening, seen by the sensor before the pulse is over",
            r => Ask(r).Ended(Confirmed).Lock(Unlocked).Jump(2).Lock(Locked).Until(6), $"{Asked} LockReleased LockSecured"),
        new("confirmed twice counts once", r => Ask(r).Ended(Confirmed).Ended(Confirmed, access: 1), $"{Asked} LockReleased"),
        new("the lock sensor answers within two seconds", r => Ask(r).Ended(Confirmed).Jump(2).Lock(Unlocked).Until(3), $"{Asked} LockReleased"),
        new("the lock sensor does not answer: the lock did not release", r => Ask(r).Ended(Confirmed).Until(2), $"{Asked} LockReleased DoorFault"),
        new("that fault ends when a release is seen again",
            r => Ask(r).Ended(Confirmed).Until(20).Card(People.BobCard).Ended(Confirmed).Lock(Unlocked),
            $"{Asked} LockReleased DoorFault LockSecured AccessNotTaken {Asked} LockReleased DoorFaultRestored"),
        new("still released three seconds after the pulse: stuck",
            r => Ask(r).Ended(Confirmed).Lock(Unlocked).Until(8), $"{Asked} LockReleased LockFoundReleased secure AccessNotTaken"),
        new("relocked just in time", r => Ask(r).Ended(Confirmed).Lock(Unlocked).Until(7.9999999).Lock(Locked), $"{Asked} LockReleased LockSecured"),
        new("the stuck lock is secured at last", r => Ask(r).Ended(Confirmed).Lock(Unlocked).Until(20).Lock(Locked).Until(60),
            $"{Asked} LockReleased LockFoundReleased secure AccessNotTaken LockSecured"),
        new("with the leaf open the bolt has nowhere to go: no alarm, and secured once it is home",
            r => OpenLong(r).Jump(20).Contact(DoorPhysicalState.Closed).Jump(20.5).Lock(Locked).Until(60),
            $"{Asked} LockReleased DoorOpened AccessTaken DoorClosed LockSecured"),
        new("with the leaf closed again it has three seconds to go home", r => OpenLong(r).Jump(20).Contact(DoorPhysicalState.Closed).Until(23),
            $"{Asked} LockReleased DoorOpened AccessTaken DoorClosed LockFoundReleased secure"),
        new("not a tick less", r => OpenLong(r).Jump(20).Contact(DoorPhysicalState.Closed).Until(22.9999999),
            $"{Asked} LockReleased DoorOpened AccessTaken DoorClosed"),
        new("a bolt that hangs does not excuse an opening for ever",
            r => OpenLong(r).Jump(20).Contact(DoorPhysicalState.Closed).Jump(21).Contact(DoorPhysicalState.Open),
            $"{Asked} LockReleased DoorOpened AccessTaken DoorClosed DoorOpened DoorForcedOpen"),
        new("an output that is on without a release of ours is secured at once", r => r.Output(true), "LockFoundReleased secure"),
        new("and told once until it is off", r => r.Output(true).Until(4).Output(false).Until(50).Output(true),
            "LockFoundReleased secure LockSecured LockFoundReleased secure"),
        new("an output that stays on is ordered off again every five seconds, and not once more when it is off",
            r => r.Output(true).Until(19.9999999).Output(false).Until(59), "LockFoundReleased secure secure secure secure LockSecured"),
        new("not while its unit is away: then nothing is known of it, and nothing would arrive", r => r.Output(true, Garage).Link(false, Garage).Until(59),
            "LockFoundReleased secure LinkLost"),
        new("and again once it is back and still on", r => r.Output(true, Garage).Link(false, Garage).Until(50).Link(true, Garage).Output(true, Garage).Until(55),
            "LockFoundReleased secure LinkLost LinkRestored secure secure"),
        new("not once a release covers it", r => Ask(r.Output(true)).Ended(Confirmed).Until(4.9999999).Output(false),
            $"LockFoundReleased secure {Asked} LockReleased DoorFault LockSecured"),
        new("never in a mode that holds the door", r => r.Output(true).Mode(DoorModeRequest.Unlock).Ended(Confirmed).Until(9),
            "LockFoundReleased secure DoorModeChanged release(HoldMode 20s) LockReleased DoorFault"),
        new("never in a fire", r => r.Output(true).Fire(Policy.Fire.FireReading.Alarm).Ended(Confirmed).Until(9),
            "LockFoundReleased secure FireAlarm release(Fire 20s) release(Fire 20s) LockReleased DoorFault"),
        new("an output seen off is not the bridge's to order off: a key is in the cylinder", r => r.Lock(Unlocked).Until(59), "LockFoundReleased secure"),
        new("an output that is on during our pulse is ours", r => Ask(r).Output(true).Ended(Confirmed).Jump(5).Output(false),
            $"{Asked} LockReleased DoorFault LockSecured"),
        new("a key in the lock cylinder: three seconds, then an alarm", r => r.Lock(Unlocked).Until(3), "LockFoundReleased secure"),
        new("a lock without a sensor takes no reading of one", r => r.Lock(Unlocked, Garage).Until(9), ""),
        new("a broken lock sensor", r => r.Lock(LockPhysicalState.Fault).Lost().Link(true).Lock(Locked),
            "DoorFault LinkLost LinkRestored DoorFaultRestored"),
        new("a pulse goes on in the device while the link is away, and then it is over",
            r => Ask(r).Ended(Confirmed).Lock(Unlocked).Jump(1).Lost().Until(9), $"{Asked} LockReleased LinkLost LockSecured"),
        new("the lock's unit was away: the lock sensor on another unit is still believed",
            r => r.Link(false).Jump(5).Link(true).Lock(Locked).Card(People.AnnCard).Ended(Confirmed).Until(7), $"LinkLost LinkRestored {Asked} LockReleased DoorFault"),
    ];

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Ends(string why) => Story.Tell(Table, why);

    [Fact]
    public void A_release_has_two_seconds_to_reach_its_device()
    {
        var release = new Run().Jump(3).Card(People.AnnCard).Effects.OfType<DeviceEffect.ReleaseLock>().Single();
        Assert.Equal(At(5), release.Deadline);
        Assert.Equal(new AccessId(1), release.Access);
    }

    static Run Ask(Run run) => run.Card(People.AnnCard);

    static Run OpenLong(Run run) => Ask(run).Ended(Confirmed).Lock(Unlocked).Jump(2).Contact(DoorPhysicalState.Open).Until(15);

    static Run AskGarage(Run run) => run.Present(GarageEither, People.ReadOf(People.AnnCard)).Ended(Confirmed, Garage);
}
