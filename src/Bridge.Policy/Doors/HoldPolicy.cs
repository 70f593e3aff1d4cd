namespace Bridge.Policy.Doors;

/// <summary>
/// Keeps a door released by pulses that are renewed at half their length: in Unlocked and LockedOpen mode, and while a fire alarm is latched. If the
/// bridge dies the device ends the last pulse by itself. Whatever changes the reason (a mode, the latch, the rules) ends in <see cref="Reconcile"/>.
/// </summary>
internal static class HoldPolicy
{
    public static DoorState Reconcile(DoorState door, DoorSituation situation, DecisionDraft draft)
    {
        var wanted = Wanted(door, situation);
        if (wanted == door.Held?.Cause)
        {
            return door;
        }

        if (wanted is not { } cause)
        {
            return End(door, situation, draft);
        }

        var masked = OpenTooLongPolicy.Stop(door, situation, cause == ReleaseCause.Fire ? "fire" : "held open", draft);

        // From a fire back to a held mode the running pulse is simply renewed in its time.
        return door.Held is { } held && cause == ReleaseCause.HoldMode
            ? masked with { Held = held with { Cause = cause, DueAt = door.Online ? held.DueAt : null } }
            : Pulse(masked with { Held = new HeldRelease(cause, null, door.Held is { Failing: true }) }, situation, cause, draft);
    }

    /// <summary>Only a tick renews: the return of a link makes the renewal due, and never releases by itself.</summary>
    public static DoorState Renew(DoorState door, DoorSituation situation, DecisionDraft draft) =>
        door.Held is { } held && held.DueAt <= draft.Now ? Pulse(door, situation, held.Cause, draft) : door;

    public static DoorState LinkChanged(DoorState door, bool online, TimeSpan now) => door.Held is { Cause: ReleaseCause.HoldMode } held
        ? door with { Held = held with { DueAt = online ? now : null } }
        : door;

    private static DoorState Pulse(DoorState door, DoorSituation situation, ReleaseCause cause, DecisionDraft draft)
    {
        // A fire release is tried whatever is believed of the link; a hold waits for the device.
        if (cause != ReleaseCause.Fire && !door.Online)
        {
            return door;
        }

        var time = situation.Rules.HoldPulse;
        return ReleasePolicy.Ask(door with { Held = door.Held! with { DueAt = draft.Now + (time / 2) } }, cause, null, time, draft);
    }

    private static DoorState End(DoorState door, DoorSituation situation, DecisionDraft draft)
    {
        ReleasePolicy.Secure(door, draft);
        var released = door with { Held = null, Pending = null, Energised = Remainder(door) };
        return OpenTooLongPolicy.Start(released, situation, extended: false, draft);
    }

    // The order to secure reports nothing back: until a sensor says so, the last pulse counts as running to its end.
    private static EnergisedLock? Remainder(DoorState door) => door.Pending is { } pending
        ? new EnergisedLock(pending.Access, pending.Cause, pending.EndsBy(), door.Energised is { Announced: true, Ended: false }, Ended: false)
        : door.Energised;

    private static ReleaseCause? Wanted(DoorState door, DoorSituation situation)
    {
        if (situation.FireReleased)
        {
            return ReleaseCause.Fire;
        }

        return door.Mode is DoorMode.Unlocked or DoorMode.LockedOpen ? ReleaseCause.HoldMode : null;
    }
}
