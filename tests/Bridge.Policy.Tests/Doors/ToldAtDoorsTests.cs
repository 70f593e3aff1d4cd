using Bridge.Policy.Doors;
using Bridge.Policy.Fire;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Doors;

/// <summary>What is told of a door says who, which and why.</summary>
public class ToldAtDoorsTests
{
    [Fact]
    public void Who_changed_a_mode_is_named()
    {
        var changed = new Run().Mode(DoorModeRequest.Unlock).Event(EventKind.DoorModeChanged);
        Assert.Equal((Lobby, DoorMode.Unlocked, new ActorId("lead")), (changed.Door!.Value, changed.Mode!.Value, changed.Actor!.Value));
    }

    [Fact]
    public void An_alarm_that_a_hold_ends_says_which()
    {
        Assert.Equal("held open", TooLong().Mode(DoorModeRequest.Unlock).Event(EventKind.DoorOpenTooLongRestored).Detail);
        Assert.Equal("fire", TooLong().Fire(FireReading.Alarm).Event(EventKind.DoorOpenTooLongRestored).Detail);
    }

    [Theory]
    [InlineData(0, "no warning is wanted")]
    [InlineData(30, "it would come at once")]
    [InlineData(40, "it would come before the door was open")]
    public void A_warning_that_could_not_warn_is_left_out(double seconds, string why)
    {
        var rules = Rules with { Doors = Rules.Doors.SetItem(Lobby, LobbyRules with { PreAlarmTime = TimeSpan.FromSeconds(seconds) }) };
        var run = new Run(rules).Exit(true).Contact(DoorPhysicalState.Open).Until(30);
        Assert.True(run.Log == "RequestToExit DoorOpened DoorOpenTooLong show(DoorOpenTooLong) show(DoorOpenTooLong)", why);
    }

    /// <summary>The device worked the first request off although a second one was made: its pulse may run as long as the longest can.</summary>
    [Fact]
    public void A_release_that_was_overtaken_and_worked_is_told_and_may_run()
    {
        var run = new Run().Card(People.AnnCard).Jump(1).Card(People.AnnCard).Ended(ReleaseOutcome.Confirmed, access: 1);
        Assert.EndsWith("LockReleased", run.Log, StringComparison.Ordinal);
        Assert.Equal(new EnergisedLock(new(1), ReleaseCause.Credential, TimeSpan.FromSeconds(13), Announced: true, Ended: false), run.Door(Lobby).Energised);
        Assert.Equal(new AccessId(2), run.Door(Lobby).Pending!.Access);
    }

    [Fact]
    public void Each_trouble_of_the_equipment_is_a_fault()
    {
        var door = new DoorState(Lobby);
        Assert.False(door.HasFault());
        Assert.All(
            [door.Faults with { Contact = true }, door.Faults with { LockSensor = true }, door.Faults with { LockDidNotRelease = true }],
            faults => Assert.True((door with { Faults = faults }).HasFault()));
        Assert.False((door with { Faults = door.Faults with { LockFoundReleased = true } }).HasFault());
    }

    [Fact]
    public void A_read_that_comes_too_late_names_its_card_when_it_can_be_one_only()
    {
        var one = People.ReadOf(People.AnnCard) with { Age = TimeSpan.FromMinutes(1) };
        Assert.Equal(People.AnnCard.Credential, new Run().Present(LobbyReader, one).Event(EventKind.StaleReadIgnored).Credential);
        Assert.Null(new Run().Present(LobbyReader, one with { Matches = [People.AnnCard, People.BobCard] }).Event(EventKind.StaleReadIgnored).Credential);
    }

    [Fact]
    public void An_input_that_says_it_is_none_is_not_read()
    {
        var run = new Run().Contact(DoorPhysicalState.NotMonitored).Lock(LockPhysicalState.NotMonitored);
        Assert.Equal((DoorPhysicalState.Unknown, LockPhysicalState.Unknown), (run.Door(Lobby).Contact, run.Door(Lobby).Lock));
        Assert.Equal((LockPhysicalState.Unknown, LockPhysicalState.NotMonitored), (run.Restart().Door(Lobby).Lock, run.Door(Stairs).Lock));
    }

    [Fact]
    public void A_door_that_nobody_saw_move_is_told_with_that_reservation()
    {
        Assert.NotNull(new Run().Contact(DoorPhysicalState.Unknown).Contact(DoorPhysicalState.Open).Event(EventKind.DoorOpened).Detail);
        Assert.Null(new Run().Contact(DoorPhysicalState.Open).Event(EventKind.DoorOpened).Detail);
    }

    [Fact]
    public void A_warning_is_shown_at_the_doors_own_readers()
    {
        var run = new Run().Exit(true).Contact(DoorPhysicalState.Open).Until(20);
        Assert.Equal([LobbyKeypad, LobbyReader], run.Effects.OfType<DeviceEffect.ShowFeedback>().Select(show => show.AccessPoint).Order());
    }

    [Fact]
    public void A_card_that_waits_for_its_PIN_outlives_new_rules_unless_no_PIN_is_asked_any_more()
    {
        var both = Rules.AccessPoints[StairsBoth];
        var run = new Run().Present(StairsBoth, People.ReadOf(People.AnnCard));
        Assert.NotNull(run.Do(new PolicyInput.ConfigurationApplied(run.Now, Rules)).Point(StairsBoth).PendingCard);
        var cardOnly = Rules with { AccessPoints = Rules.AccessPoints.SetItem(StairsBoth, both with { Authentication = Policy.Credentials.Authentication.Card }) };
        Assert.Null(run.Do(new PolicyInput.ConfigurationApplied(run.Now, cardOnly)).Point(StairsBoth).PendingCard);
    }

    static Run TooLong() => new Run().Exit(true).Contact(DoorPhysicalState.Open).Until(31);
}
