using System.Collections.Immutable;

namespace Bridge.Policy.Credentials;

/// <summary>
/// Guessing PINs at one keypad: after so many wrong ones within <see cref="PolicyTimes.WrongPinWindow"/> it takes no PIN for a while, longer each
/// time. No PIN clears the count, not even one that opens: whoever has a PIN of their own could otherwise guess between two of them for ever. The
/// count runs out by itself, and only the entry of PINs at that one keypad is closed.
/// </summary>
internal static class LockoutPolicy
{
    public static bool IsLockedOut(AccessPointState point, TimeSpan now) => now < point.LockedUntil;

    public static AccessPointState WrongPin(AccessPointState point, LockoutRules rules, DoorId door, DecisionDraft draft)
    {
        var wrong = point.WrongPins.RemoveAll(at => at + PolicyTimes.WrongPinWindow <= draft.Now).Add(draft.Now);
        if (wrong.Count < rules.WrongPins)
        {
            return point with { WrongPins = wrong };
        }

        draft.Announce(About(EventKind.LockoutStarted, point.AccessPoint, door, draft));
        var before = point.LastLockout + PolicyTimes.WrongPinWindow > draft.Now ? point.Lockouts : 0;
        var until = draft.Now + Length(rules, before);
        return point with { WrongPins = [], Lockouts = before + 1, LockedUntil = until, LastLockout = until };
    }

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
        }

        return point is { WrongPins.Count: 0, LastLockout: null }
            ? point
            : point with { WrongPins = ImmutableList<TimeSpan>.Empty, Lockouts = 0, LockedUntil = null, LastLockout = null };
    }

    /// <summary>The length of a lock-out that comes after so many others.</summary>
    public static TimeSpan Length(LockoutRules rules, int before)
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
