using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Doors.DoorPhysicalState;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Doors;

public class ContactTests
{
    static readonly Story[] Table =
    [
        new("opened with no grant, no request to exit, no held mode", r => r.Contact(Open), "DoorOpened DoorForcedOpen"),
        new("a forced door is restored when it is closed",
            r => r.Contact(Open).Until(100).Contact(Closed), "DoorOpened DoorForcedOpen AlarmRepeated DoorClosed DoorForcedOpenRestored"),
        new("the same reading again says nothing", r => r.Contact(Closed).Contact(Open).Contact(Open), "DoorOpened DoorForcedOpen"),
        new("the first reading after a start may be of somebody who left while nobody watched",
            r => r.Restart().Link(true).Contact(Open), "BridgeStarted LinkRestored DoorOpened"),
        new("a door found open at the start has its time all the same",
            r => r.Restart().Link(true).Contact(Open).Until(30),
            "BridgeStarted LinkRestored DoorOpened DoorOpenTooLongWarning show(DoorPreAlarmWarning) show(DoorPreAlarmWarning)"
            + " DoorOpenTooLong show(DoorOpenTooLong) show(DoorOpenTooLong)"),
        new("after a lost link as well", r => r.Lost().Link(true).Contact(Open), "LinkLost LinkRestored DoorOpened"),
        new("a reading that comes back closed can be forced again",
            r => r.Lost().Link(true).Contact(Closed).Contact(Open), "LinkLost LinkRestored DoorClosed DoorOpened DoorForcedOpen"),
        new("the lock's unit alone was away: the contact hangs on another one, which never stopped watching",
            r => r.Link(false).Until(5).Link(true).Until(3600).Contact(Open), "LinkLost LinkRestored DoorOpened DoorForcedOpen"),
        new("and while the lock's unit is still away", r => r.Link(false).Until(3600).Contact(Open), "LinkLost DoorOpened DoorForcedOpen"),
        new("the time of an open door runs on without the lock's unit", r => Opened(r).Jump(1).Link(false).Jump(31).Do(new PolicyInput.Tick(r.Now)),
            "RequestToExit DoorOpened LinkLost DoorOpenTooLong show(DoorOpenTooLong) show(DoorOpenTooLong)"),
        new("warned ten seconds before the alarm, and not a tick earlier", r => Opened(r).Until(19.9999999), "RequestToExit DoorOpened"),
        new("the warning", r => Opened(r).Until(20), "RequestToExit DoorOpened DoorOpenTooLongWarning show(DoorPreAlarmWarning) show(DoorPreAlarmWarning)"),
        new("closed on the instant of the alarm, and seen first: no alarm",
            r => Opened(r).Until(20).Jump(30).Contact(Closed),
            "RequestToExit DoorOpened DoorOpenTooLongWarning show(DoorPreAlarmWarning) show(DoorPreAlarmWarning) DoorClosed show(Idle) show(Idle)"),
        new("a tick that comes late raises the alarm and leaves the warning out", r => Opened(r).Jump(31).Do(new PolicyInput.Tick(r.Now)),
            "RequestToExit DoorOpened DoorOpenTooLong show(DoorOpenTooLong) show(DoorOpenTooLong)"),
        new("the alarm ends when the door is closed", r => Opened(r).Jump(31).Contact(Closed),
            "RequestToExit DoorOpened DoorOpenTooLong show(DoorOpenTooLong) show(DoorOpenTooLong)"
            + " DoorClosed DoorOpenTooLongRestored show(Idle) show(Idle)"),
        new("a broken contact is a fault and neither open nor closed", r => r.Contact(Fault).Until(100), "DoorFault AlarmRepeated"),
        new("a fault outlives the link and is restored by the first good reading",
            r => r.Contact(Fault).Lost().Link(true).Contact(Fault).Contact(Closed), "DoorFault LinkLost LinkRestored DoorFaultRestored DoorClosed"),
        new("an alarm stands while the link is away and ends when the door is seen closed",
            r => r.Contact(Open).Lost().Until(50).Link(true).Contact(Open).Until(99).Contact(Closed),
            "DoorOpened DoorForcedOpen LinkLost LinkRestored DoorOpened AlarmRepeated DoorClosed DoorForcedOpenRestored"),
        new("a door without a contact takes no reading of one", r => r.Contact(Open, Garage).Contact(Closed, Garage), ""),
        new("a door nobody knows is no reason to fall over", r => r.Contact(Open, new DoorId("roof")), ""),
    ];

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Says(string why) => Story.Tell(Table, why);

    [Fact]
    public void A_door_without_a_contact_is_not_closed()
    {
        var run = new Run().Contact(Closed, Garage);
        Assert.Equal(NotMonitored, run.Door(Garage).Contact);
        run.Lost(Garage);
        Assert.Equal(NotMonitored, run.Door(Garage).Contact);
    }

    [Fact]
    public void The_open_time_follows_the_holder_and_starts_again_with_the_next_one()
    {
        var run = new Run().Card(People.AnnCard with { ExtendedTime = true }).Ended(ReleaseOutcome.Confirmed).Contact(Open);
        Assert.Equal(Seconds(60), run.Door(Lobby).Opening?.TooLongAt);
        run.Jump(40).Card(People.BobCard);
        Assert.Equal(Seconds(70), run.Door(Lobby).Opening?.TooLongAt);
    }

    static Run Opened(Run run) => run.Exit(true).Contact(Open).Exit(false);
}
