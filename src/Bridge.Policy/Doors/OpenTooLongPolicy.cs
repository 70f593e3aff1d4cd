namespace Bridge.Policy.Doors;

/// <summary>The time a door may stand open: warning, alarm, restore. Masked while the door is held released.</summary>
internal static class OpenTooLongPolicy
{
    public static DoorState Start(DoorState door, DoorSituation situation, bool extended, DecisionDraft draft)
    {
        if (door.Contact != DoorPhysicalState.Open || door.Held is not null || door.Alarm != DoorAlarm.Normal)
        {
            return door;
        }

        var rules = situation.Rules;
        var time = extended ? rules.ExtendedOpenTime : rules.OpenTime;
        var warned = rules.PreAlarmTime > TimeSpan.Zero && rules.PreAlarmTime < time;
        var tooLong = draft.Now + time;
        return door with { Opening = new OpenTimer(warned ? tooLong - rules.PreAlarmTime : null, tooLong, Warned: false) };
    }

    /// <summary>Somebody else was let in while the door stands open: the time starts again.</summary>
    public static DoorState Restart(DoorState door, DoorSituation situation, bool extended, DecisionDraft draft) =>
        door.Opening is null ? door : Start(door, situation, extended, draft);

    /// <summary>The door was closed, or is held from now on, where standing open is no fault.</summary>
    public static DoorState Stop(DoorState door, DoorSituation situation, string? detail, DecisionDraft draft)
    {
        if (door.Alarm == DoorAlarm.DoorOpenTooLong)
        {
            draft.Announce(EventKind.DoorOpenTooLongRestored, door.Door, door.OpenedBy, detail);
            draft.ShowAtDoor(situation.Building, door.Door, Feedback.Idle);
            return door with { Alarm = DoorAlarm.Normal, Opening = null };
        }

        if (door.Opening is { Warned: true })
        {
            draft.ShowAtDoor(situation.Building, door.Door, Feedback.Idle);
        }

        // Stryker disable once Conditional : it spares a copy of the same state, which the slow test of totality holds
        return door.Opening is null ? door : door with { Opening = null };
    }

    public static DoorState Advance(DoorState door, DoorSituation situation, TimeSpan until, DecisionDraft draft)
    {
        if (door.Opening is not { } opening)
        {
            return door;
        }

        if (opening.TooLongAt <= until)
        {
            draft.Announce(EventKind.DoorOpenTooLong, door.Door, door.OpenedBy);
            draft.ShowAtDoor(situation.Building, door.Door, Feedback.DoorOpenTooLong);
            return door with { Alarm = DoorAlarm.DoorOpenTooLong, Opening = null };
        }

        if (opening.WarnAt is { } warnAt && warnAt <= until)
        {
            draft.Announce(EventKind.DoorOpenTooLongWarning, door.Door, door.OpenedBy);
            draft.ShowAtDoor(situation.Building, door.Door, Feedback.DoorPreAlarmWarning);
            return door with { Opening = opening with { WarnAt = null, Warned = true } };
        }

        return door;
    }
}
