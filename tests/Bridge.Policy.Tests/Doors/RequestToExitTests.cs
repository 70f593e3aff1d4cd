using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Doors.DoorPhysicalState;

namespace Bridge.Policy.Tests.Doors;

public class RequestToExitTests
{
    static readonly Story[] Table =
    [
        new("leaving is not forcing", r => r.Exit(true).Jump(1).Contact(Open), "RequestToExit DoorOpened"),
        new("opened on the last instant after the button was let go", r => r.Exit(true).Jump(1).Exit(false).Jump(9).Contact(Open), "RequestToExit DoorOpened"),
        new("opened later than that", r => r.Exit(true).Jump(1).Exit(false).Jump(9.0000001).Contact(Open), "RequestToExit DoorOpened DoorForcedOpen"),
        new("it never moves a lock: no release follows", r => r.Exit(true).Exit(false).Until(100), "RequestToExit"),
        new("active for just under a minute still masks", r => r.Exit(true).Until(59.9999999).Contact(Open), "RequestToExit DoorOpened"),
        new("stuck for a minute: told, and it masks no more", r => r.Exit(true).Until(60).Jump(61).Contact(Open),
            "RequestToExit RequestToExitStuck DoorOpened DoorForcedOpen"),
        new("restored when it lets go, and the next request masks again",
            r => r.Exit(true).Until(60).Exit(false).Contact(Open).Contact(Closed).Exit(true).Contact(Open),
            "RequestToExit RequestToExitStuck RequestToExitRestored DoorOpened DoorForcedOpen DoorClosed DoorForcedOpenRestored RequestToExit DoorOpened"),
        new("stuck over a restart is told once and restored once", r => r.Exit(true).Until(60).Restart().Link(true).Exit(true).Until(500).Exit(false),
            "RequestToExit RequestToExitStuck BridgeStarted LinkRestored RequestToExitRestored"),
        new("a lost link ends the counting", r => r.Exit(true).Jump(30).Lost().Until(200), "RequestToExit LinkLost"),
        new("the lock's unit alone was away: the button hangs on another one and still explains",
            r => r.Exit(true).Link(false).Jump(5).Link(true).Contact(Open), "RequestToExit LinkLost LinkRestored DoorOpened"),
        new("a button that cannot be read any more explains nothing", r => r.Exit(true).Exit(null).Contact(Open), "RequestToExit DoorOpened DoorForcedOpen"),
        new("a stuck one is not restored by losing it", r => r.Exit(true).Until(60).Exit(null).Exit(true).Until(500).Exit(false),
            "RequestToExit RequestToExitStuck RequestToExitRestored"),
        new("the lock sensor follows the button's own release", r => r.Exit(true).Lock(LockPhysicalState.Unlocked).Until(5).Lock(LockPhysicalState.Locked),
            "RequestToExit"),
    ];

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Explains(string why) => Story.Tell(Table, why);
}
