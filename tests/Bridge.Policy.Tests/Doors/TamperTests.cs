using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Doors;

public class TamperTests
{
    static readonly BuildingRules WithoutTamper = Rules with { Doors = Rules.Doors.SetItem(Lobby, LobbyRules with { HasTamper = false }) };

    static readonly Story[] Table =
    [
        new("told on both edges and once", r => Tamper(Tamper(Tamper(Tamper(r, true), true), false), false), "TamperDetected TamperRestored"),
        new("the first reading is no restoring", r => Tamper(r, false), ""),
        new("nor is the first one after a start", r => Tamper(Tamper(r, false).Restart(), false), "BridgeStarted"),
        new("an input that cannot be read any more is neither", r => Tamper(Tamper(Tamper(r, false), null), false), ""),
        new("a unit that is opened and cut off: the alarm stands, and is told once",
            r => Tamper(Tamper(Tamper(r, true), null), true), "TamperDetected"),
        new("and is restored when the input is seen normal", r => Tamper(Tamper(Tamper(r, true), null), false), "TamperDetected TamperRestored"),
        new("over a start of the service too", r => Tamper(Tamper(r, true).Restart(), false), "TamperDetected BridgeStarted TamperRestored"),
        new("an input taken out of the rules takes its alarm with it",
            r => Tamper(r, true).Do(new PolicyInput.ConfigurationApplied(r.Now, WithoutTamper)), "TamperDetected ConfigurationApplied TamperRestored"),
        new("a door without the input takes no reading of one", r => r.Do(new PolicyInput.TamperSensed(r.Now, Garage, true)), ""),
    ];

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Says(string why) => Story.Tell(Table, why);

    [Fact]
    public void What_is_not_monitored_or_not_read_is_not_normal()
    {
        var run = new Run();
        Assert.Equal((DoorTamper.Unknown, DoorTamper.NotMonitored), (run.Door(Lobby).Tamper, run.Door(Garage).Tamper));
        Assert.Equal(DoorTamper.Normal, Tamper(run, false).Door(Lobby).Tamper);
        Assert.Equal(DoorTamper.Unknown, run.Restart().Door(Lobby).Tamper);
        Assert.Equal(DoorTamper.Unknown, Tamper(Tamper(run, false), null).Door(Lobby).Tamper);
        Assert.Equal(DoorTamper.NotMonitored, run.Do(new PolicyInput.ConfigurationApplied(run.Now, WithoutTamper)).Door(Lobby).Tamper);
        Assert.Equal(DoorTamper.Unknown, run.Do(new PolicyInput.ConfigurationApplied(run.Now, Rules)).Door(Lobby).Tamper);
    }

    static Run Tamper(Run run, bool? active) => run.Do(new PolicyInput.TamperSensed(run.Now, Lobby, active));
}
