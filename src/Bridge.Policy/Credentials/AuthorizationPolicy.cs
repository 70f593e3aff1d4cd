using Bridge.Policy.Doors;

namespace Bridge.Policy.Credentials;

/// <summary>
/// May this credential pass this door now? The checks run in a fixed order and the first that fails is the one reason: found, enabled, active, not
/// expired, right at the door, permitted at this time; then the door's own: not blocked or locked down, online.
/// </summary>
internal static class AuthorizationPolicy
{
    private const int Passed = 6;

    /// <summary>
    /// Judges the credentials that match one read. A PIN may be that of several holders: one that passes wins, a duress code before all others;
    /// if none passes, the reason is that of the one which came furthest.
    /// </summary>
    public static Verdict Judge(Attempt attempt, DateTimeOffset wall)
    {
        var best = -1;
        var verdict = new Verdict(null, null);
        foreach (var facts in attempt.Read.Matches)
        {
            if (facts.Kind != attempt.Read.Kind)
            {
                continue;
            }

            var (stage, candidate) = Check(facts, attempt, wall);
            if (stage > best || (stage == best && stage == Passed && facts.Duress && !verdict.Credential!.Duress))
            {
                (best, verdict) = (stage, candidate);
            }
        }

        if (best < 0)
        {
            return attempt.Read.Kind == CredentialKind.Card
                ? new Verdict(DenyReason.CredentialNotFound, null)
                : new Verdict(DenyReason.InvalidPin, null, WrongPin: true);
        }

        return best == Passed ? AtDoor(verdict, attempt.Door) : verdict;
    }

    /// <summary>The second factor gives no right of its own; it only has to be in order.</summary>
    public static Verdict JudgePinOf(PendingCard card, Attempt attempt, DateTimeOffset wall)
    {
        var verdict = new Verdict(DenyReason.InvalidPin, card.Card, WrongPin: true);
        foreach (var facts in attempt.Read.Matches)
        {
            if (facts.Kind != CredentialKind.Pin || facts.Holder != card.Card.Holder)
            {
                continue;
            }

            if (Unfit(facts, wall) is not { } unfit)
            {
                return Again(card.Card with { Duress = card.Card.Duress || facts.Duress }, attempt, wall);
            }

            verdict = unfit.Verdict;
        }

        return verdict;
    }

    /// <summary>Enabled and within its dates; whether it opens anything is another question.</summary>
    public static bool IsUsable(CredentialFacts facts, DateTimeOffset wall) => Unfit(facts, wall) is null;

    // Seconds have passed since the card: its own right and the door are looked at again.
    private static Verdict Again(CredentialFacts card, Attempt attempt, DateTimeOffset wall)
    {
        var (stage, verdict) = Check(card, attempt, wall);
        return stage == Passed ? AtDoor(verdict, attempt.Door) : verdict;
    }

    private static (int Stage, Verdict Verdict) Check(CredentialFacts facts, Attempt attempt, DateTimeOffset wall)
    {
        if (Unfit(facts, wall) is { } unfit)
        {
            return unfit;
        }

        var (right, now) = RightAt(attempt.Building, attempt.Rules.Door, facts, wall);
        if (!right)
        {
            return (4, new Verdict(DenyReason.Unauthorized, facts));
        }

        return now ? (Passed, new Verdict(null, facts)) : (5, new Verdict(DenyReason.NotPermittedAtThisTime, facts));
    }

    private static (int Stage, Verdict Verdict)? Unfit(CredentialFacts facts, DateTimeOffset wall)
    {
        if (facts.Disabled != CredentialDisabled.No)
        {
            return (1, new Verdict(DenyReason.CredentialNotEnabled, facts, facts.Disabled.ToString()));
        }

        if (wall < facts.ValidFrom)
        {
            return (2, new Verdict(DenyReason.CredentialNotActive, facts));
        }

        return wall >= facts.ValidUntil ? (3, new Verdict(DenyReason.CredentialExpired, facts)) : null;
    }

    private static (bool Right, bool Now) RightAt(BuildingRules building, DoorId door, CredentialFacts facts, DateTimeOffset wall)
    {
        var right = false;
        foreach (var id in facts.AccessLevels)
        {
            if (!building.AccessLevels.TryGetValue(id, out var level) || !level.Doors.Contains(door))
            {
                continue;
            }

            right = true;
            if (building.Schedules.TryGetValue(level.Schedule, out var schedule) && SchedulePolicy.Permits(schedule, wall))
            {
                return (true, true);
            }
        }

        return (right, false);
    }

    private static Verdict AtDoor(Verdict verdict, DoorState door)
    {
        if (door.Mode is DoorMode.Blocked or DoorMode.LockedDown)
        {
            return verdict with { Reason = DenyReason.DoorBlocked, Detail = door.Mode.ToString() };
        }

        return door.Online ? verdict : verdict with { Reason = DenyReason.DeviceOffline };
    }
}
