using Bridge.Policy.Alerts;

namespace Bridge.Policy.Admission;

/// <summary>When something at the desks is next due, exactly.</summary>
internal static class AdmissionDue
{
    public static AdmissionState Rescanned(BuildingState state)
    {
        var admission = state.Admission;
        TimeSpan? next = null;
        foreach (var one in admission.Cases.Values)
        {
            next = Earlier(next, Of(one, state));
        }

        foreach (var known in admission.Announcements.Values)
        {
            next = Earlier(next, Of(known));
        }

        foreach (var alert in admission.Alerts.Values)
        {
            next = Earlier(next, AlertPolicy.NextDue(alert, state.Rules.Admission.Times));
        }

        // Stryker disable once Conditional : it spares a copy of the same state, which the slow test of totality holds
        return next == admission.NextDue ? admission : admission with { NextDue = next };
    }

    public static TimeSpan? Of(AnnouncementState known) => known.Status switch
    {
        AnnouncementStatus.Confirmed or AnnouncementStatus.Matched => known.ExpiresAt,
        AnnouncementStatus.Draft or AnnouncementStatus.Used or AnnouncementStatus.Expired or AnnouncementStatus.Cancelled or AnnouncementStatus.Void =>
            known.TouchedAt + AdmissionLimits.Keep,
    };

    public static TimeSpan? Of(CaseState one, BuildingState state)
    {
        var times = state.Rules.Admission.Times;
        if (one.Ended)
        {
            return one.TouchedAt + AdmissionLimits.Keep;
        }

        if (one.Status == CaseStatus.Opening)
        {
            return Earlier(Unseen(one, state), Late(one, times));
        }

        if (one.WasOpened)
        {
            return Earlier(ClosesAt(one, state), Late(one, times));
        }

        TimeSpan? due = one.TouchedAt + times.Idle;
        due = Earlier(due, one.Request?.Due);
        return one.Status == CaseStatus.Cleared ? Earlier(due, CompleteUntil(one)) : due;
    }

    /// <summary>Of a case whose grant is out: the device and the contact have had all the time they could need, and said nothing.</summary>
    public static TimeSpan? Unseen(CaseState one, BuildingState state)
    {
        if (one.Grants is not [.., var last] || !state.Rules.Doors.TryGetValue(last.Door, out var door))
        {
            return null;
        }

        // One second more than the door's own limits: what it says at its last moment comes first.
        return last.Until + door.EntryWindow + door.ReleaseTime + TimeSpan.FromSeconds(1);
    }

    /// <summary>Nothing more can follow: the time to open once more is over, and the record is complete or has been flagged.</summary>
    public static TimeSpan? ClosesAt(CaseState one, BuildingState state)
    {
        if (!one.WasOpened || one.Grants is not [.., var last] || !(one.RecordComplete || one.RecordFlaggedLate))
        {
            return null;
        }

        var over = last.MintedAt + state.Rules.Admission.Times.Reopen + TimeSpan.FromTicks(1);
        return one.RecordComplete ? over : new[] { over, last.MintedAt + state.Rules.Admission.Times.Idle }.Max();
    }

    // Of every piece, whether the row needs it or not: a tick too many does nothing.
    private static TimeSpan? CompleteUntil(CaseState one) => one.Evidence.Min(piece => (TimeSpan?)piece.Until);

    private static TimeSpan? Late(CaseState one, AdmissionTimes times) =>
        one is { RecordComplete: false, RecordFlaggedLate: false, Record: not null, Grants: [var first, ..] } ? first.MintedAt + times.RecordLate : null;

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => DueMoments.Earlier(one, other);
}
