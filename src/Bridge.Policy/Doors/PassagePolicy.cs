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
        var rules = situation.Rules;
        var release = passage.Extended ? rules.ExtendedReleaseTime : rules.ReleaseTime;
        var window = release > rules.EntryWindow ? release : rules.EntryWindow;
        var next = door with
        {
            Passage = passage with { Until = draft.Now + window, Watched = door.Contact == DoorPhysicalState.Closed },
        };

        // A held door gets no pulse of its own: the device would take the shorter one and relock in the middle of the hold.
        return OpenTooLongPolicy.Restart(
            door.Held is null ? ReleasePolicy.Ask(next, ReleaseCause.Credential, passage.Access, release, draft) : next,
            situation,
            passage.Extended,
            draft);
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
}
