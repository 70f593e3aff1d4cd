namespace Bridge.Policy.Credentials;

/// <summary>
/// Guessing PINs at one keypad: after so many wrong ones it takes no PIN for a while, longer each time. Only a PIN that opens clears the count: one
/// that is known but refused would otherwise let its former holder guess for ever.
/// </summary>
internal static class LockoutPolicy
{
    public static bool IsLockedOut(AccessPointState point, TimeSpan now) => now < point.LockedUntil;

    public static AccessPointState WrongPin(AccessPointState point, LockoutRules rules, DoorId door, DecisionDraft draft)
    {
        var wrong = point.WrongPins + 1;
        if (wrong < rules.WrongPins)
        {
            return point with { WrongPins = wrong };
        }

        draft.Announce(About(EventKind.LockoutStarted, point.AccessPoint, door, draft));
        return point with { WrongPins = 0, Lockouts = point.Lockouts + 1, LockedUntil = draft.Now + Length(rules, point.Lockouts) };
    }

    public static AccessPointState RightPin(AccessPointState point) =>
        point is { WrongPins: 0, Lockouts: 0 } ? point : point with { WrongPins = 0, Lockouts = 0 };

    public static AccessPointState Advance(AccessPointState point, DoorId door, DecisionDraft draft)
    {
        if (point.LockedUntil is not { } until || until > draft.Now)
        {
            return point;
        }

        draft.Announce(About(EventKind.LockoutEnded, point.AccessPoint, door, draft));
        return point with { LockedUntil = null };
    }

    public static AccessPointState Reset(AccessPointState point, DoorId door, ActorId actor, DecisionDraft draft)
    {
        if (point.LockedUntil is not null)
        {
            draft.Announce(About(EventKind.LockoutEnded, point.AccessPoint, door, draft) with { Actor = actor });
            return RightPin(point) with { LockedUntil = null };
        }

        return RightPin(point);
    }

    private static TimeSpan Length(LockoutRules rules, int before)
    {
        var length = rules.First;
        for (var i = 0; i < before && length < rules.Longest; i++)
        {
            length *= 2;
        }

        return length < rules.Longest ? length : rules.Longest;
    }

    private static BuildingEvent About(EventKind kind, AccessPointId accessPoint, DoorId door, DecisionDraft draft) =>
        new(kind, draft.At) { AccessPoint = accessPoint, Door = door };
}
