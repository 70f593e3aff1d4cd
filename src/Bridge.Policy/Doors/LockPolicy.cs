namespace Bridge.Policy.Doors;

/// <summary>What the lock sensor and the read-back of the output say, beside what was asked for.</summary>
internal static class LockPolicy
{
    private const string Source = "lock sensor";
    private const string DidNotRelease = "lock did not release";

    public static DoorState Sense(DoorState door, DoorSituation situation, LockPhysicalState reading, DecisionDraft draft)
    {
        var sensed = Monitored(situation.Rules, reading);
        if (sensed == door.Lock)
        {
            return door;
        }

        return sensed switch
        {
            LockPhysicalState.NotMonitored or LockPhysicalState.Unknown => WithReading(door, sensed),
            LockPhysicalState.Fault => Faulted(door, draft),
            LockPhysicalState.Locked => PulseSeenEnded(Repaired(door, draft) with { Lock = sensed }, door.Lock == LockPhysicalState.Unlocked, draft),
            LockPhysicalState.Unlocked => WithReading(Answered(Repaired(door, draft), draft), sensed),
        };
    }

    public static DoorState SenseOutput(DoorState door, bool on, DecisionDraft draft)
    {
        if (door.OutputOn == on)
        {
            return door;
        }

        var next = door with { OutputOn = on };
        if (!on)
        {
            return PulseSeenEnded(next, door.OutputOn == true, draft);
        }

        return Covered(door, draft.Now) ? next : FoundReleased(next, "output is on without a release", draft);
    }

    // Any change of the sensor ends the wait for its answer.
    private static DoorState WithReading(DoorState door, LockPhysicalState reading) => door with { Lock = reading, LockAnswerDue = null };

    /// <summary>The lock sensor was taken out of the rules, and with it what only it can end.</summary>
    public static DoorState Remove(DoorState door, DecisionDraft draft) =>
        WithReading(Answered(Repaired(door, draft), draft), LockPhysicalState.NotMonitored);

    /// <summary>Runs out the pulse, the lock's answer and the overdue lock.</summary>
    public static DoorState Advance(DoorState door, TimeSpan until, DecisionDraft draft)
    {
        var next = door;
        if (next.LockAnswerDue <= until)
        {
            next = DidNotAnswer(next, draft);
        }

        if (next.Energised is { Ended: false } pulse && pulse.EndsBy <= until)
        {
            next = SeenReleased(next) ? Overdue(next, pulse, pulse.EndsBy) : Secured(next, pulse, draft);
        }

        if (next.SecureAgainAt <= until)
        {
            ReleasePolicy.Secure(next, draft);
            next = next with { SecureAgainAt = draft.Now + PolicyTimes.SecureAgain };
        }

        if (!(next.LockOverdueAt <= until))
        {
            return next;
        }

        // With the leaf open that is no alarm yet; the ended pulse is kept, so that the bolt going home is told under its access.
        return HangsReleased(next)
            ? FoundReleased(next, "released without a running release", draft)
            : next with { LockOverdueAt = null };
    }

    /// <summary>
    /// After every step: a sensor resolves an unknown outcome, a lock seen released that nothing explains starts its time, and one seen secured
    /// again ends the alarm.
    /// </summary>
    public static DoorState Settle(DoorState door, DecisionDraft draft)
    {
        if (door.Energised is { } pulse)
        {
            door = Resolved(door, pulse, draft);
        }

        if (door.Faults.LockFoundReleased && SeenSecured(door))
        {
            draft.Announce(EventKind.LockSecured, door.Door);
            door = door with { Faults = door.Faults with { LockFoundReleased = false } };
        }

        var hangs = HangsReleased(door) && !Covered(door, draft.Now);
        var unexplained = hangs && !door.Faults.LockFoundReleased;
        var again = hangs && door.Faults.LockFoundReleased && door.Online && door.OutputOn != false;
        if (unexplained == (door.LockOverdueAt is not null) && again == (door.SecureAgainAt is not null))
        {
            return door;
        }

        return door with
        {
            LockOverdueAt = unexplained ? door.LockOverdueAt ?? draft.Now + PolicyTimes.LockOverdue : null,
            SecureAgainAt = again ? door.SecureAgainAt ?? draft.Now + PolicyTimes.SecureAgain : null,
        };
    }

    private static LockPhysicalState Monitored(DoorRules rules, LockPhysicalState reading)
    {
        if (!rules.HasLockSensor)
        {
            return LockPhysicalState.NotMonitored;
        }

        return reading == LockPhysicalState.NotMonitored ? LockPhysicalState.Unknown : reading;
    }

    private static bool SeenReleased(DoorState door) => door.Lock == LockPhysicalState.Unlocked || door.OutputOn == true;

    // While the leaf stands open the bolt has no strike to go into: only the output itself says something then.
    private static bool HangsReleased(DoorState door) =>
        door.OutputOn == true || (door.Lock == LockPhysicalState.Unlocked && door.Contact != DoorPhysicalState.Open);

    private static bool SeenSecured(DoorState door) =>
        door.Lock == LockPhysicalState.Locked ? door.OutputOn != true : door.Lock == LockPhysicalState.NotMonitored && door.OutputOn == false;

    // A request to exit covers too: many controllers drive the same output from the button, and securing it would be in the way of the person.
    private static bool Covered(DoorState door, TimeSpan now) =>
        door.Pending is not null || door.Energised is { Ended: false } || door.Held is not null || door.Exit.Masks(now);

    private static DoorState Answered(DoorState door, DecisionDraft draft)
    {
        if (!door.Faults.LockDidNotRelease)
        {
            return door;
        }

        draft.Announce(EventKind.DoorFaultRestored, door.Door, detail: DidNotRelease);
        return door with { Faults = door.Faults with { LockDidNotRelease = false } };
    }

    private static DoorState Resolved(DoorState door, EnergisedLock pulse, DecisionDraft draft)
    {
        if (!SeenReleased(door))
        {
            // The pulse is over and the sensor that still saw it cannot be read any more.
            return pulse.Ended ? door with { Energised = null } : door;
        }

        if (pulse.Announced)
        {
            return door;
        }

        draft.Announce(EventKind.LockReleased, door.Door, pulse.Access);
        return door with { Energised = pulse with { Announced = true } };
    }

    // While one of the two still sees the lock released, the time of the pulse decides.
    private static DoorState PulseSeenEnded(DoorState door, bool wasReleased, DecisionDraft draft) =>
        wasReleased && door.Energised is { } pulse && !SeenReleased(door) ? Secured(door, pulse, draft) : door;

    private static DoorState Overdue(DoorState door, EnergisedLock pulse, TimeSpan ended) => door with
    {
        Energised = pulse with { Ended = true },
        LockOverdueAt = ended + PolicyTimes.LockOverdue,
    };

    private static DoorState Secured(DoorState door, EnergisedLock pulse, DecisionDraft draft)
    {
        var alarmEnds = door.Faults.LockFoundReleased && SeenSecured(door);
        if (pulse.Announced || alarmEnds)
        {
            draft.Announce(EventKind.LockSecured, door.Door, pulse.Access);
        }

        return door with
        {
            Energised = null,
            LockOverdueAt = null,
            Faults = alarmEnds ? door.Faults with { LockFoundReleased = false } : door.Faults,
        };
    }

    private static DoorState DidNotAnswer(DoorState door, DecisionDraft draft)
    {
        if (!door.Faults.LockDidNotRelease)
        {
            draft.Announce(EventKind.DoorFault, door.Door, door.Energised?.Access, DidNotRelease);
        }

        return door with { LockAnswerDue = null, Faults = door.Faults with { LockDidNotRelease = true } };
    }

    private static DoorState FoundReleased(DoorState door, string detail, DecisionDraft draft)
    {
        if (!door.Faults.LockFoundReleased)
        {
            draft.Announce(EventKind.LockFoundReleased, door.Door, door.Energised?.Access, detail);
        }

        ReleasePolicy.Secure(door, draft);
        return door with
        {
            Faults = door.Faults with { LockFoundReleased = true },
            Energised = null,
            LockOverdueAt = null,
        };
    }

    private static DoorState Faulted(DoorState door, DecisionDraft draft)
    {
        if (!door.Faults.LockSensor)
        {
            draft.Announce(EventKind.DoorFault, door.Door, detail: Source);
        }

        return WithReading(door, LockPhysicalState.Fault) with { Faults = door.Faults with { LockSensor = true } };
    }

    private static DoorState Repaired(DoorState door, DecisionDraft draft)
    {
        if (!door.Faults.LockSensor)
        {
            return door;
        }

        draft.Announce(EventKind.DoorFaultRestored, door.Door, detail: Source);
        return door with { Faults = door.Faults with { LockSensor = false } };
    }
}
