namespace Bridge.Policy.Doors;

/// <summary>A grant from its first moment until it is taken, not taken, or overtaken by the next one.</summary>
/// <remarks>
/// A door has one passage at a time. The next grant replaces the one before without a word about it: two people may pass in one opening, so neither
/// "taken" nor "not taken" would be known to be true. "Not taken" is said only where a contact would have shown an opening: it was closed at the
/// grant and readable through the whole window.
/// </remarks>
internal static class PassagePolicy
{
    public static DoorState Grant(DoorState door, DoorSituation situation, Passage passage, DecisionDraft draft)
    {
        var release = ReleaseTime(situation.Rules, passage.Extended);
        var wait = passage.Cause == ReleaseCause.Evidence ? passage.Within : TimeSpan.Zero;
        var next = door with
        {
            Passage = passage with { Until = draft.Now + wait + Window(situation.Rules, passage.Extended), Watched = door.Contact == DoorPhysicalState.Closed },
        };

        // A held door gets no pulse of its own: the device would take the shorter one and relock in the middle of the hold.
        return OpenTooLongPolicy.Restart(
            door.Held is null ? ReleasePolicy.Ask(next, Request(passage, release, draft.Now), draft) : next,
            situation,
            passage.Extended,
            draft);
    }

    /// <summary>
    /// The device took the release. The desk's may be under way for many seconds: its entry window begins now, with the pulse, while a card's began
    /// when it was read.
    /// </summary>
    public static DoorState Begin(DoorState door, DoorSituation situation, ReleaseRequest taken, TimeSpan now) =>
        door.Passage is { Cause: ReleaseCause.Evidence } passage && passage.Access == taken.Access
            ? door with { Passage = passage with { Until = now + Window(situation.Rules, passage.Extended) } }
            : door;

    /// <summary>How long an opening after the release belongs to its grant.</summary>
    public static TimeSpan Window(DoorRules rules, bool extended)
    {
        var release = ReleaseTime(rules, extended);
        return release > rules.EntryWindow ? release : rules.EntryWindow;
    }

    public static DoorState Expire(DoorState door, TimeSpan until, DecisionDraft draft)
    {
        if (door.Passage is not { } passage || passage.Until > until)
        {
            return door;
        }

        if (passage.Watched && door.Contact == DoorPhysicalState.Closed)
        {
            draft.Announce(About(EventKind.AccessNotTaken, door, passage, draft));
        }

        return door with { Passage = null };
    }

    public static BuildingEvent About(EventKind kind, DoorState door, Passage passage, DecisionDraft draft) => new(kind, draft.At)
    {
        Door = door.Door,
        Access = passage.Access,
        AccessPoint = passage.AccessPoint,
        Credential = passage.Credential,
    };

    private static ReleaseRequest Request(Passage passage, TimeSpan release, TimeSpan now) =>
        new(passage.Access, passage.Cause, now, release) { Within = passage.Within };

    private static TimeSpan ReleaseTime(DoorRules rules, bool extended) => extended ? rules.ExtendedReleaseTime : rules.ReleaseTime;
}
