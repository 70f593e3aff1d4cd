using System.Diagnostics;

namespace Bridge.Policy.Doors;

/// <summary>One door and one input. Timers that ran out before the input go first, those that run out at its very moment go after it.</summary>
internal static class DoorPolicy
{
    public static DoorState Decide(DoorState door, DoorSituation situation, PolicyInput input, DecisionDraft draft)
    {
        var answered = Answer(Before(door, situation, draft), situation, input, draft);
        var after = Advance(answered, situation, draft.Now, draft);
        return LockPolicy.Settle(after, draft);
    }

    public static DoorState Grant(DoorState door, DoorSituation situation, Passage passage, DecisionDraft draft) =>
        LockPolicy.Settle(PassagePolicy.Grant(door, situation, passage, draft), draft);

    /// <summary>The door as it is at the moment of an input: everything that ran out before it has been said.</summary>
    public static DoorState Before(DoorState door, DoorSituation situation, DecisionDraft draft) =>
        Advance(door, situation, draft.Now - TimeSpan.FromTicks(1), draft);

    /// <summary>The fire latch or the rules have changed around the door.</summary>
    public static DoorState Reconcile(DoorState door, DoorSituation situation, DecisionDraft draft) =>
        LockPolicy.Settle(HoldPolicy.Reconcile(door, situation, draft), draft);

    private static DoorState Answer(DoorState door, DoorSituation situation, PolicyInput input, DecisionDraft draft) => input switch
    {
        PolicyInput.Tick => HoldPolicy.Renew(Advance(door, situation, draft.Now, draft), situation, draft),
        PolicyInput.ContactSensed sensed => ContactPolicy.Sense(door, situation, sensed.Contact, draft),
        PolicyInput.LockSensed sensed => LockPolicy.Sense(door, situation, sensed.Lock, draft),
        PolicyInput.OutputSensed sensed => LockPolicy.SenseOutput(door, sensed.On, draft),
        PolicyInput.RequestToExit sensed => RequestToExitPolicy.Sense(door, situation, sensed.Active, draft),
        PolicyInput.TamperSensed sensed => TamperPolicy.Sense(door, situation.Rules, sensed.Active, draft),
        PolicyInput.LinkSensed sensed => LinkPolicy.Sense(door, sensed.Online, sensed.Detail, draft),
        PolicyInput.ReleaseEnded ended => ReleasePolicy.End(door, situation, ended, draft),
        PolicyInput.ModeRequested requested => ModePolicy.Request(door, situation, requested, draft),
        PolicyInput.BridgeStarted => LinkPolicy.Restart(door, draft.Now),
        PolicyInput.ConfigurationApplied or PolicyInput.CredentialPresented or PolicyInput.FireSensed or PolicyInput.FireAcknowledged
            or PolicyInput.LockoutReset or PolicyInput.AccessPointLinkSensed or PolicyInput.ClockAccepted => door,
        _ => throw new UnreachableException($"No rule for {input.GetType().Name} at a door."),
    };

    private static DoorState Advance(DoorState door, DoorSituation situation, TimeSpan until, DecisionDraft draft)
    {
        if (door.NextDue() is not { } due || due > until)
        {
            return door;
        }

        var next = LockPolicy.Advance(ReleasePolicy.GiveUp(door, until, draft), until, draft);
        next = PassagePolicy.Expire(next, until, draft);
        next = ModePolicy.Advance(next, situation, until, draft);
        next = RequestToExitPolicy.Advance(next, until, draft);
        return OpenTooLongPolicy.Advance(next, situation, until, draft);
    }
}
