namespace Bridge.Policy.Doors;

/// <summary>Somebody leaves. The lock is opened by the button's own wiring; here the opening is only explained.</summary>
internal static class RequestToExitPolicy
{
    public static DoorState Sense(DoorState door, DoorSituation situation, bool? active, DecisionDraft draft)
    {
        var exit = door.Exit;
        if (active is not { } pressed)
        {
            // Not known any more: it masks no further than a mask that runs already, and one that was stuck has not been seen to be well.
            return exit.ActiveSince is null ? door : door with { Exit = exit with { ActiveSince = null } };
        }

        if (pressed)
        {
            return exit.ActiveSince is null ? Pressed(door, draft) : door;
        }

        if (exit.Stuck)
        {
            draft.Announce(EventKind.RequestToExitRestored, door.Door);
            return door with { Exit = RequestToExitState.Idle };
        }

        return exit.ActiveSince is null
            ? door
            : door with { Exit = new RequestToExitState(null, draft.Now + situation.Rules.EntryWindow, false) };
    }

    public static DoorState Advance(DoorState door, TimeSpan until, DecisionDraft draft)
    {
        var exit = door.Exit;
        if (exit.StuckAt() <= until)
        {
            draft.Announce(EventKind.RequestToExitStuck, door.Door);
            return door with { Exit = exit with { MaskUntil = null, Stuck = true } };
        }

        return exit.MaskUntil <= until ? door with { Exit = exit with { MaskUntil = null } } : door;
    }

    private static DoorState Pressed(DoorState door, DecisionDraft draft)
    {
        if (!door.Exit.Stuck)
        {
            draft.Announce(EventKind.RequestToExit, door.Door);
        }

        return door with { Exit = door.Exit with { ActiveSince = draft.Now, MaskUntil = null } };
    }
}
