using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests;

public class ConfigurationTests
{
    [Fact]
    public void New_doors_begin_locked_and_unknown_and_doors_taken_away_are_gone()
    {
        var run = new Run(Rules with { Doors = Rules.Doors.Remove(Garage), AccessPoints = Rules.AccessPoints.Remove(GarageEither) });
        Apply(run, Rules with { Doors = Rules.Doors.Remove(Stairs), AccessPoints = Rules.AccessPoints.Remove(StairsBoth) });
        Assert.Equal("ConfigurationApplied", run.Log);
        Assert.Equal([Garage, Lobby], run.State.Doors.Keys);
        Assert.Equal([GarageEither, LobbyKeypad, LobbyReader], run.State.AccessPoints.Keys);
        Assert.Equal((DoorMode.Locked, DoorPhysicalState.NotMonitored, false), (run.Door(Garage).Mode, run.Door(Garage).Contact, run.Door(Garage).Online));
        run.Contact(DoorPhysicalState.Open, Stairs).Ended(ReleaseOutcome.Confirmed, Stairs, 1);
        Assert.Equal("", run.Log);
    }

    [Fact]
    public void Kept_doors_keep_their_mode_their_alarm_their_lock_out_and_what_runs()
    {
        var run = new Run().Mode(DoorModeRequest.LockDown, Stairs).Card(People.AnnCard).Contact(DoorPhysicalState.Open, Stairs).Fire(FireReading.Fault);
        for (var i = 0; i < 5; i++)
        {
            run.Present(LobbyKeypad, People.Unknown(CredentialKind.Pin));
        }

        var before = Snapshot.Of(run.State);
        Apply(run, Rules);
        Assert.Equal(before, Snapshot.Of(run.State));
    }

    [Fact]
    public void A_contact_that_is_taken_away_takes_its_alarm_with_it_and_comes_back_unknown()
    {
        var run = new Run().Contact(DoorPhysicalState.Open);
        _ = run.Log;
        Apply(run, Rules with { Doors = Rules.Doors.SetItem(Lobby, LobbyRules with { HasContact = false, HasLockSensor = false }) });
        Assert.Equal("ConfigurationApplied DoorForcedOpenRestored", run.Log);
        Assert.Equal((DoorPhysicalState.NotMonitored, LockPhysicalState.NotMonitored, DoorAlarm.Normal),
            (run.Door(Lobby).Contact, run.Door(Lobby).Lock, run.Door(Lobby).Alarm));
        Apply(run, Rules);
        Assert.Equal((DoorPhysicalState.Unknown, LockPhysicalState.Unknown), (run.Door(Lobby).Contact, run.Door(Lobby).Lock));
    }

    [Fact]
    public void A_fire_input_that_is_taken_away_no_longer_holds_the_latch()
    {
        var run = new Run().Fire(FireReading.Alarm, Sprinkler).Fire(FireReading.Normal);
        Apply(run, Rules with { FireInputs = [Panel] });
        Assert.True(run.State.Fire.Latched);
        run.Acknowledge();
        Assert.False(run.State.Fire.Latched);
    }

    [Fact]
    public void After_a_start_nothing_is_known_but_what_was_commanded()
    {
        var run = new Run().Mode(DoorModeRequest.LockDown).Restart();
        Assert.Equal((DoorPhysicalState.Unknown, LockPhysicalState.Unknown, false, DoorMode.LockedDown),
            (run.Door(Lobby).Contact, run.Door(Lobby).Lock, run.Door(Lobby).Online, run.Door(Lobby).Mode));
        Assert.Null(run.Door(Lobby).OutputOn);
        Assert.Equal(DoorPhysicalState.NotMonitored, run.Door(Garage).Contact);
    }

    static void Apply(Run run, BuildingRules rules) => run.Do(new PolicyInput.ConfigurationApplied(run.Now, rules));
}
