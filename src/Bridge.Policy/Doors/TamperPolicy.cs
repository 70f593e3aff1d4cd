namespace Bridge.Policy.Doors;

/// <summary>The tamper input. Its alarm stands until the input is seen normal: whoever opens a unit may well cut its line.</summary>
internal static class TamperPolicy
{
    /// <param name="active">Null while the input cannot be read.</param>
    public static DoorState Sense(DoorState door, DoorRules rules, bool? active, DecisionDraft draft)
    {
        var reading = Reading(rules, active);
        if (reading == door.Tamper)
        {
            return door;
        }

        var next = door with { Tamper = reading };
        return reading switch
        {
            DoorTamper.Tampered => Detected(next, draft),
            DoorTamper.Normal => Restored(next, detail: null, draft),
            DoorTamper.Unknown or DoorTamper.NotMonitored => next,
        };
    }

    /// <summary>The input was taken out of the rules, and with it what only it can end.</summary>
    public static DoorState Remove(DoorState door, DecisionDraft draft) =>
        Restored(door, "no tamper input", draft) with { Tamper = DoorTamper.NotMonitored };

    private static DoorTamper Reading(DoorRules rules, bool? active)
    {
        if (!rules.HasTamper)
        {
            return DoorTamper.NotMonitored;
        }

        return active switch
        {
            null => DoorTamper.Unknown,
            true => DoorTamper.Tampered,
            false => DoorTamper.Normal,
        };
    }

    private static DoorState Detected(DoorState door, DecisionDraft draft)
    {
        if (door.TamperTold)
        {
            return door;
        }

        draft.Announce(EventKind.TamperDetected, door.Door);
        return door with { TamperTold = true };
    }

    private static DoorState Restored(DoorState door, string? detail, DecisionDraft draft)
    {
        if (!door.TamperTold)
        {
            return door;
        }

        draft.Announce(EventKind.TamperRestored, door.Door, detail: detail);
        return door with { TamperTold = false };
    }
}
