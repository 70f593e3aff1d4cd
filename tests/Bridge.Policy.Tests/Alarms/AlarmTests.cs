using Bridge.Policy.Admission;
using Bridge.Policy.Alarms;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Alarms.AlarmCause;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Alarms;

/// <summary>Alarms from what raised them until a person closed them.</summary>
public class AlarmTests
{
    static readonly Story[] Table =
    [
        new("nobody has seen it: told again each minute", r => Forced(r).Until(121), "DoorOpened DoorForcedOpen AlarmRepeated AlarmRepeated"),
        new("also when it is over: nobody has seen it", r => Forced(r).Contact(DoorPhysicalState.Closed).Until(61), "DoorOpened DoorForcedOpen DoorClosed DoorForcedOpenRestored AlarmRepeated"),
        new("seen and still so: each quarter of an hour", r => Seen(Forced(r)).Until(1801), "DoorOpened DoorForcedOpen AlarmAcknowledged AlarmRepeated AlarmRepeated"),
        new("seen and over: no more", r => Seen(Forced(r)).Contact(DoorPhysicalState.Closed).Until(1801), "DoorOpened DoorForcedOpen AlarmAcknowledged DoorClosed DoorForcedOpenRestored"),
        new("looking after it is not having seen it", r => Acts(Forced(r), new AlarmAct.Claim(One)).Until(61), "DoorOpened DoorForcedOpen AlarmClaimed AlarmRepeated"),
        new("closed: no more", r => Closed(r).Until(50_000), "DoorOpened DoorForcedOpen AlarmAcknowledged DoorClosed DoorForcedOpenRestored AlarmClosed"),
        new("forced once more after it was seen: it is unseen again", r => Again(Seen(Forced(r))).Until(61),
            "DoorOpened DoorForcedOpen AlarmAcknowledged DoorClosed DoorForcedOpenRestored DoorOpened DoorForcedOpen AlarmRepeated"),
        new("what stands cannot be closed", r => Acts(Seen(Forced(r)), Close()), "DoorOpened DoorForcedOpen AlarmAcknowledged ActRefused"),
        new("what nobody has seen cannot be closed", r => Acts(Forced(r).Contact(DoorPhysicalState.Closed), Close()), "DoorOpened DoorForcedOpen DoorClosed DoorForcedOpenRestored ActRefused"),
        new("seen once is enough", r => Seen(Seen(Forced(r))), "DoorOpened DoorForcedOpen AlarmAcknowledged ActRefused"),
        new("whoever comes later takes it over", r => Acts(Acts(Forced(r), new AlarmAct.Claim(One)), new AlarmAct.Claim(One), "tl", Role.TeamLead),
            "DoorOpened DoorForcedOpen AlarmClaimed AlarmClaimed"),
        new("an alarm that is not there", r => Acts(r, new AlarmAct.Claim(new(9))), "ActRefused"),
        new("what is closed stays closed", r => Acts(Closed(r), new AlarmAct.Claim(One)), "DoorOpened DoorForcedOpen AlarmAcknowledged DoorClosed DoorForcedOpenRestored AlarmClosed ActRefused"),
        new("it survives a restart", r => Forced(r).Restart().Until(61), "DoorOpened DoorForcedOpen BridgeStarted AlarmRepeated"),
    ];

    static readonly AlarmId One = new(1);

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Holds(string why) => Story.Tell(Table, why);

    [Theory]
    [InlineData(Role.ControlRoom, DoorForcedOpen, null, "whatever it was")]
    [InlineData(Role.ControlRoom, AlarmCause.Fire, null, "whatever it was")]
    [InlineData(Role.TeamLead, DoorOpenTooLong, null, "nobody broke in")]
    [InlineData(Role.TeamLead, DoorFault, null, "nobody broke in")]
    [InlineData(Role.TeamLead, DoorForcedOpen, Refusal.NotYourRole, "it may have been a break-in")]
    [InlineData(Role.TeamLead, Tamper, Refusal.NotYourRole, "it may have been a break-in")]
    [InlineData(Role.TeamLead, LockFoundReleased, Refusal.NotYourRole, "it may have been a break-in")]
    [InlineData(Role.TeamLead, AlarmCause.Fire, Refusal.NotYourRole, "the control room's")]
    [InlineData(Role.LobbyAssistant, DoorOpenTooLong, Refusal.NotYourRole, "he says that he has seen it")]
    [InlineData(Role.CsSupervisor, DoorOpenTooLong, Refusal.NotYourRole, "he looks on")]
    public void ClosingIsForTheRoleThatCanTellWhatItWas(Role role, AlarmCause cause, Refusal? refusal, string why)
    {
        var run = Over(new Run(), cause);
        Acts(run, Close(), "somebody", role);
        var told = run.Effects.OfType<OutboundEffect.Announce>().Single().Event;
        Assert.True((refusal, cause, new ActorId("somebody")) == (told.Admission!.Refusal, told.Admission.AlarmCause, told.Actor), why);
        Assert.Equal(refusal is null ? EventKind.AlarmClosed : EventKind.ActRefused, told.Kind);
    }

    [Theory]
    [InlineData(Role.LobbyAssistant, true), InlineData(Role.TeamLead, true), InlineData(Role.GatePost, true), InlineData(Role.Patrol, true)]
    [InlineData(Role.ControlRoom, true), InlineData(Role.OfficeDutyOfficer, true), InlineData(Role.CsSupervisor, false), InlineData(Role.FrontDesk, false)]
    public void SeeingIsForWhoeverIsOnDutyThere(Role role, bool may)
    {
        foreach (var act in (AlarmAct[])[new AlarmAct.Claim(One), new AlarmAct.Acknowledge(One)])
        {
            var run = Acts(Forced(new Run()), act, "somebody", role);
            Assert.Equal(may ? null : Refusal.NotYourRole, run.Effects.OfType<OutboundEffect.Announce>().Single().Event.Admission!.Refusal);
        }
    }

    [Theory]
    [InlineData(DoorForcedOpen), InlineData(DoorOpenTooLong), InlineData(Tamper), InlineData(LockFoundReleased), InlineData(DoorFault), InlineData(AlarmCause.Fire)]
    public void EveryCauseStandsUntilItsOwnSensorSaysOtherwise(AlarmCause cause)
    {
        var run = Standing(new Run(Tampered), cause);
        var alarm = Assert.Single(run.State.Alarms.All.Values, known => known.Cause == cause);
        Assert.Equal(cause == AlarmCause.Fire ? null : Lobby, alarm.Door);
        Assert.True(AlarmPolicy.Stands(run.State, alarm));
        run = Over(new Run(Tampered), cause);
        Assert.False(AlarmPolicy.Stands(run.State, run.State.Alarms.All[One]));
    }

    [Fact]
    public void ItSaysWhoAndHowOftenAndIsForgottenInTheEnd()
    {
        var run = Again(Acts(Seen(Forced(new Run())), new AlarmAct.Claim(One)));
        var alarm = run.State.Alarms.All[One];
        Assert.Equal((2, null, new ActorId("ccr"), 1L), (alarm.Times, alarm.AcknowledgedBy, alarm.ClaimedBy, run.State.Alarms.Count));
        run.Until(61);
        Assert.Equal(1, run.State.Alarms.All[One].Repeats);

        Acts(Seen(run).Contact(DoorPhysicalState.Closed), Close());
        Assert.Equal((new ActorId("ccr"), Comment), (run.State.Alarms.All[One].ClosedBy, run.State.Alarms.All[One].Comment));
        Forced(run);
        Assert.Equal(2, run.State.Alarms.All.Count);
        run.Contact(DoorPhysicalState.Closed).Until(61 + (12 * 3600));
        Assert.Equal([new AlarmId(2)], run.State.Alarms.All.Keys);
    }

    [Fact]
    public void ADoorThatIsNotThereAnyMoreStandsForNothing()
    {
        var run = Seen(Forced(new Run()));
        run.Do(new PolicyInput.ConfigurationApplied(run.Now, Rules with { Doors = Rules.Doors.Remove(Lobby), AccessPoints = Rules.AccessPoints.Clear() }));
        Acts(run, Close());
        Assert.True(run.State.Alarms.All[One].IsClosed());
    }

    static readonly SealedPerson Comment = new(new PersonId("p-1"), "00");

    static BuildingRules Tampered => Rules with { Doors = Rules.Doors.SetItem(Lobby, Rules.Doors[Lobby] with { HasTamper = true }) };

    static AlarmAct.Close Close() => new(One, Comment);

    static Run Acts(Run run, AlarmAct act, string who = "ccr", Role role = Role.ControlRoom) => run.Do(new PolicyInput.AlarmActed(run.Now, new Party(new(who), role, null), act));

    static Run Seen(Run run) => Acts(run, new AlarmAct.Acknowledge(One));

    static Run Forced(Run run) => run.Contact(DoorPhysicalState.Open);

    static Run Again(Run run) => run.Contact(DoorPhysicalState.Closed).Contact(DoorPhysicalState.Open);

    static Run Closed(Run run) => Acts(Seen(Forced(run)).Contact(DoorPhysicalState.Closed), Close());

    static Run Standing(Run run, AlarmCause cause) => cause switch
    {
        DoorForcedOpen => Forced(run),
        DoorOpenTooLong => run.Exit(true).Contact(DoorPhysicalState.Open).Until(40),
        Tamper => run.Do(new PolicyInput.TamperSensed(run.Now, Lobby, true)),
        LockFoundReleased => run.Output(true).Until(30),
        DoorFault => run.Contact(DoorPhysicalState.Fault),
        AlarmCause.Fire => run.Fire(FireReading.Alarm),
    };

    /// <summary>Raised, seen, and over.</summary>
    static Run Over(Run run, AlarmCause cause)
    {
        var raised = Standing(cause == Tamper ? new Run(Tampered) : run, cause);
        Seen(raised);
        return cause switch
        {
            DoorForcedOpen or DoorOpenTooLong or DoorFault => raised.Contact(DoorPhysicalState.Closed),
            Tamper => raised.Do(new PolicyInput.TamperSensed(raised.Now, Lobby, false)),
            LockFoundReleased => raised.Output(false),
            AlarmCause.Fire => raised.Fire(FireReading.Normal).Fire(FireReading.Normal, Sprinkler).Acknowledge(),
        };
    }
}
