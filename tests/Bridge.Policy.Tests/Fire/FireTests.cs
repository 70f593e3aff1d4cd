using Bridge.Policy.Doors;
using Bridge.Policy.Fire;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Fire.FireReading;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Fire;

public class FireTests
{
    // Two of the three doors are released by fire: garage and lobby.
    const string Alarmed = "FireAlarm release(Fire 20s) release(Fire 20s)";

    static readonly Story[] Table =
    [
        new("every fire door, once", r => r.Fire(Alarm), Alarmed),
        new("a second input while latched is not a second alarm", r => r.Fire(Alarm).Fire(Alarm, Sprinkler), Alarmed),
        new("an input that is not configured counts: better open than sorry", r => r.Fire(Alarm, new FireInputId("spare")), Alarmed),
        new("renewed for as long as it is latched", r => r.Fire(Alarm).Fire(Normal).Until(10), $"{Alarmed} release(Fire 20s) release(Fire 20s)"),
        new("released even in lock-down", r => r.Mode(DoorModeRequest.LockDown).Fire(Alarm), $"DoorModeChanged {Alarmed}"),
        new("tried even where the link is believed to be down", r => r.Link(false).Fire(Alarm).Until(10), $"LinkLost {Alarmed} release(Fire 20s) release(Fire 20s)"),
        new("normal again is not the end", r => Reset(r.Fire(Alarm)).Until(9), Alarmed),
        new("an acknowledgement before the inputs are normal is not the end", r => r.Fire(Alarm).Acknowledge().Fire(Normal).Fire(Normal, Sprinkler).Until(9),
            $"{Alarmed} FireAcknowledged"),
        new("both, in that order, are the end", r => Reset(r.Fire(Alarm)).Acknowledge(),
            $"{Alarmed} FireAcknowledged FireReleaseEnded secure secure"),
        new("an input that was never read is not known to be normal", r => r.Fire(Alarm).Fire(Normal).Acknowledge(), $"{Alarmed} FireAcknowledged"),
        new("a line that is cut is told, and does not release", r => r.Fire(Fault).Until(60), "FireInputFault"),
        new("and told again when it is whole", r => r.Fire(Fault).Fire(Fault).Fire(Normal), "FireInputFault FireInputRestored"),
        new("a line that is cut while latched keeps the doors released", r => Reset(r.Fire(Alarm)).Fire(Fault).Acknowledge(),
            $"{Alarmed} FireInputFault FireAcknowledged"),
        new("acknowledging nothing does nothing", r => r.Acknowledge(), ""),
        new("a door in a held mode stays held when the fire is over",
            r => Reset(r.Mode(DoorModeRequest.Unlock).Fire(Alarm)).Acknowledge().Until(10),
            $"DoorModeChanged release(HoldMode 20s) {Alarmed} FireAcknowledged FireReleaseEnded secure release(HoldMode 20s)"),
        new("doors open and stand open without an alarm", r => r.Fire(Alarm).Contact(DoorPhysicalState.Open).Until(9), $"{Alarmed} DoorOpened"),
        new("their time runs again afterwards, from that moment",
            r => Reset(r.Fire(Alarm).Contact(DoorPhysicalState.Open).Jump(5)).Acknowledge().Until(24.9999999),
            $"{Alarmed} DoorOpened FireAcknowledged FireReleaseEnded secure secure"),
        new("and warns then",
            r => Reset(r.Fire(Alarm).Contact(DoorPhysicalState.Open).Jump(5)).Acknowledge().Until(25),
            $"{Alarmed} DoorOpened FireAcknowledged FireReleaseEnded secure secure"
            + " DoorOpenTooLongWarning show(DoorPreAlarmWarning) show(DoorPreAlarmWarning)"),
        new("the latch survives a restart and releases at the first tick",
            r => r.Fire(Alarm).Restart().Until(0), $"{Alarmed} BridgeStarted release(Fire 20s) release(Fire 20s)"),
        new("after a restart the inputs have to be read again before it can end",
            r => Reset(r.Fire(Alarm)).Restart().Acknowledge(), $"{Alarmed} BridgeStarted FireAcknowledged"),
        new("acknowledged twice before it is over is told once", r => r.Fire(Alarm).Acknowledge().Acknowledge(), $"{Alarmed} FireAcknowledged"),
        new("an input that is not configured has to be normal again as well", r => Reset(r.Fire(Alarm, new FireInputId("spare"))).Acknowledge(), $"{Alarmed} FireAcknowledged"),
        new("a fault that was told is not told again after a start", r => r.Fire(Fault).Restart().Fire(Fault), "FireInputFault BridgeStarted"),
        new("a mode may be chosen meanwhile, and holds afterwards",
            r => Reset(r.Fire(Alarm).Mode(DoorModeRequest.LockDown)).Acknowledge(), $"{Alarmed} DoorModeChanged FireAcknowledged FireReleaseEnded secure secure"),
    ];

    [Fact]
    public void Who_ended_it_is_named()
    {
        var run = Reset(new Run().Fire(Alarm)).Acknowledge();
        Assert.Equal((new ActorId("lead"), new ActorId("lead")), (run.Event(EventKind.FireAcknowledged).Actor!.Value, run.Event(EventKind.FireReleaseEnded).Actor!.Value));
    }

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Latches(string why) => Story.Tell(Table, why);

    [Fact]
    public void A_configuration_that_makes_a_door_a_fire_door_releases_it_while_latched_and_the_other_way_round()
    {
        var run = new Run().Fire(Alarm);
        _ = run.Log;
        var stairs = Rules with { Doors = Rules.Doors.SetItem(Stairs, Rules.Doors[Stairs] with { FireRelease = true }) };
        run.Do(new PolicyInput.ConfigurationApplied(run.Now, stairs));
        Assert.Equal("ConfigurationApplied release(Fire 20s)", run.Log);
        run.Do(new PolicyInput.ConfigurationApplied(run.Now, Rules));
        Assert.Equal("ConfigurationApplied secure", run.Log);
    }

    static Run Reset(Run run) => run.Fire(Normal).Fire(Normal, Sprinkler);
}
