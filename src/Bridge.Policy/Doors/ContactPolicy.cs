namespace Bridge.Policy.Doors;

/// <summary>What the door contact says, and what follows from it: opened, taken, forced, closed.</summary>
internal static class ContactPolicy
{
    private const string Source = "door contact";
    private const string FirstReading = "first reading";

    public static DoorState Sense(DoorState door, DoorSituation situation, DoorPhysicalState reading, DecisionDraft draft)
    {
        var contact = Monitored(situation.Rules, reading);
        if (contact == door.Contact)
        {
            return door;
        }

        return contact switch
        {
            DoorPhysicalState.NotMonitored or DoorPhysicalState.Unknown => Lost(door, contact),
            DoorPhysicalState.Fault => Faulted(door, draft),
            DoorPhysicalState.Open => Opened(Repaired(door, draft), situation, draft),
            DoorPhysicalState.Closed => Closed(Repaired(door, draft), situation, draft),
        };
    }

    /// <summary>The contact cannot be read any more: its timers stop, its alarm stands until the door is seen closed.</summary>
    public static DoorState Lost(DoorState door, DoorPhysicalState contact) => door with
    {
        Contact = contact,
        Opening = null,
        Passage = door.Passage is { Watched: true } passage ? passage with { Watched = false } : door.Passage,
    };

    /// <summary>The contact was taken out of the rules, and with it what only it can end.</summary>
    public static DoorState Remove(DoorState door, DoorSituation situation, DecisionDraft draft)
    {
        var repaired = OpenTooLongPolicy.Stop(Repaired(door, draft), situation, "no contact", draft);
        if (repaired.Alarm == DoorAlarm.DoorForcedOpen)
        {
            draft.Announce(EventKind.DoorForcedOpenRestored, door.Door, detail: "no contact");
        }

        return Lost(repaired, DoorPhysicalState.NotMonitored) with { Alarm = DoorAlarm.Normal, OpenedBy = null };
    }

    private static DoorPhysicalState Monitored(DoorRules rules, DoorPhysicalState reading)
    {
        if (!rules.HasContact)
        {
            return DoorPhysicalState.NotMonitored;
        }

        return reading == DoorPhysicalState.NotMonitored ? DoorPhysicalState.Unknown : reading;
    }

    private static DoorState Faulted(DoorState door, DecisionDraft draft)
    {
        if (!door.Faults.Contact)
        {
            draft.Announce(EventKind.DoorFault, door.Door, detail: Source);
        }

        return Lost(door, DoorPhysicalState.Fault) with { Faults = door.Faults with { Contact = true } };
    }

    private static DoorState Repaired(DoorState door, DecisionDraft draft)
    {
        if (!door.Faults.Contact)
        {
            return door;
        }

        draft.Announce(EventKind.DoorFaultRestored, door.Door, detail: Source);
        return door with { Faults = door.Faults with { Contact = false } };
    }

    private static DoorState Opened(DoorState door, DoorSituation situation, DecisionDraft draft)
    {
        var passage = door.Passage;
        draft.Announce(EventKind.DoorOpened, door.Door, passage?.Access, Remark(door));
        if (passage is not null)
        {
            draft.Announce(PassagePolicy.About(EventKind.AccessTaken, door, passage, draft));
        }

        var next = door with { Contact = DoorPhysicalState.Open, Passage = null, OpenedBy = passage?.Access };
        if (passage is null && door.Contact == DoorPhysicalState.Closed && !MayOpen(door, draft.Now))
        {
            draft.Announce(EventKind.DoorForcedOpen, door.Door);
            return next with { Alarm = DoorAlarm.DoorForcedOpen };
        }

        return OpenTooLongPolicy.Start(next, situation, passage is { Extended: true }, draft);
    }

    private static DoorState Closed(DoorState door, DoorSituation situation, DecisionDraft draft)
    {
        draft.Announce(EventKind.DoorClosed, door.Door, door.OpenedBy, Remark(door));
        var next = OpenTooLongPolicy.Stop(door, situation, detail: null, draft);
        if (next.Alarm == DoorAlarm.DoorForcedOpen)
        {
            draft.Announce(EventKind.DoorForcedOpenRestored, door.Door);
            next = next with { Alarm = DoorAlarm.Normal };
        }

        return next with { Contact = DoorPhysicalState.Closed, OpenedBy = null };
    }

    // An opening needs a reason that is still good: a release that is asked for or may run, a hold, or somebody leaving.
    private static bool MayOpen(DoorState door, TimeSpan now) =>
        door.Pending is not null || IsRecent(door.Energised, now) || door.Held is not null || door.Exit.Masks(now);

    // A bolt that could not go home because the leaf stood open is no reason to open it again for ever.
    private static bool IsRecent(EnergisedLock? pulse, TimeSpan now) => pulse is not null && now <= pulse.EndsBy + PolicyTimes.LockOverdue;

    private static string? Remark(DoorState door) => door.Contact == DoorPhysicalState.Unknown ? FirstReading : null;
}
