namespace Bridge.Policy.Doors;

/// <summary>Asks for pulses and learns what became of them. A pulse is asked for once; an unknown outcome stays unknown until a sensor resolves it.</summary>
internal static class ReleasePolicy
{
    public static DoorState Ask(DoorState door, ReleaseCause cause, AccessId? access, TimeSpan time, DecisionDraft draft) =>
        Ask(door, new ReleaseRequest(access, cause, draft.Now, time), draft);

    public static DoorState Ask(DoorState door, ReleaseRequest request, DecisionDraft draft)
    {
        draft.Do(new DeviceEffect.ReleaseLock(draft.At.Plus(request.Within), door.Door, request.Access, request.For, request.Cause));
        return door with { Pending = request };
    }

    public static void Secure(DoorState door, DecisionDraft draft) =>
        draft.Do(new DeviceEffect.SecureLock(draft.At.Plus(PolicyTimes.ReleaseDeadline), door.Door));

    public static DoorState End(DoorState door, DoorSituation situation, PolicyInput.ReleaseEnded input, DecisionDraft draft)
    {
        if (door.Pending is { } pending && pending.Access == input.Access)
        {
            var settled = door with { Pending = null };
            return input.Outcome == ReleaseOutcome.Confirmed
                ? Confirmed(PassagePolicy.Begin(settled, situation, pending, draft.Now), pending, draft)
                : Failed(settled, pending, input, draft);
        }

        return Overtaken(door, situation, input, draft);
    }

    /// <summary>No outcome ever came back. The runner always reports one, so this is a broken device path: said as unknown, as if it had been.</summary>
    public static DoorState GiveUp(DoorState door, TimeSpan until, DecisionDraft draft)
    {
        if (door.Pending is not { } pending || pending.EndsBy() > until)
        {
            return door;
        }

        draft.Announce(EventKind.ReleaseOutcomeUnknown, door.Door, pending.Access, "no outcome was reported");
        return door with { Pending = null };
    }

    private static DoorState Confirmed(DoorState door, ReleaseRequest request, DecisionDraft draft)
    {
        var running = door.Energised is { Announced: true, Ended: false };
        if (request.Access is not null || !running)
        {
            draft.Announce(EventKind.LockReleased, door.Door, request.Access);
        }

        return door with
        {
            Energised = new EnergisedLock(request.Access, request.Cause, draft.Now + request.For, Announced: true, Ended: false),
            Held = door.Held is { Failing: true } ? door.Held with { Failing = false } : door.Held,
            LockAnswerDue = door.Lock == LockPhysicalState.Locked
                ? door.LockAnswerDue ?? draft.Now + PolicyTimes.LockAnswer
                : null,
        };
    }

    private static DoorState Failed(DoorState door, ReleaseRequest request, PolicyInput.ReleaseEnded input, DecisionDraft draft)
    {
        // A hold is renewed for hours: the first failure is told, not every one.
        var told = request.Access is null && door.Held is { Failing: true };
        if (!told)
        {
            draft.Announce(FailureKind(input.Outcome), door.Door, request.Access, input.Detail);
        }

        var next = request.Access is null && door.Held is { } held ? door with { Held = held with { Failing = true } } : door;
        return input.Outcome == ReleaseOutcome.Unknown
            ? next with
            {
                Energised = new EnergisedLock(
                    request.Access, request.Cause, draft.Now + request.For, Announced: next.Energised is { Announced: true, Ended: false }, Ended: false),
            }
            : WithoutPassage(next, input.Access, draft);
    }

    /// <summary>The outcome of a request that a later one has overtaken, or of none that is known: told, and never the end of the later passage.</summary>
    private static DoorState Overtaken(DoorState door, DoorSituation situation, PolicyInput.ReleaseEnded input, DecisionDraft draft)
    {
        if (input.Access is not { } access || door.Energised?.Access == access)
        {
            return door;
        }

        if (input.Outcome != ReleaseOutcome.Confirmed)
        {
            draft.Announce(FailureKind(input.Outcome), door.Door, access, input.Detail);
            return WithoutPassage(door, access, draft);
        }

        draft.Announce(EventKind.LockReleased, door.Door, access);
        var endsBy = draft.Now + situation.Rules.ExtendedReleaseTime;
        return door.Energised is { Ended: false } running && running.EndsBy >= endsBy
            ? door
            : door with { Energised = new EnergisedLock(access, ReleaseCause.Credential, endsBy, Announced: true, Ended: false) };
    }

    private static DoorState WithoutPassage(DoorState door, AccessId? access, DecisionDraft draft)
    {
        if (door.Passage is not { } passage || passage.Access != access)
        {
            return door;
        }

        if (passage.AccessPoint is { } accessPoint)
        {
            draft.Show(accessPoint, Feedback.Fault);
        }

        return door with { Passage = null };
    }

    private static EventKind FailureKind(ReleaseOutcome outcome) => outcome switch
    {
        ReleaseOutcome.Confirmed => EventKind.LockReleased,
        ReleaseOutcome.Refused => EventKind.ReleaseRefused,
        ReleaseOutcome.NotSent => EventKind.ReleaseNotSent,
        ReleaseOutcome.Unknown => EventKind.ReleaseOutcomeUnknown,
    };
}
