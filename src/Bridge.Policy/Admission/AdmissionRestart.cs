using System.Collections.Immutable;
using Bridge.Policy.Calls;

namespace Bridge.Policy.Admission;

/// <summary>After a break nothing that was received before it is used without being asked again.</summary>
internal static class AdmissionRestart
{
    public static BuildingState Restart(BuildingState state, DecisionDraft draft)
    {
        var next = state.With(state.Admission with { Calls = ImmutableSortedDictionary<CallKey, CallState>.Empty });
        foreach (var one in state.Admission.Cases.Values.Where(one => !one.Ended && !one.WasOpened))
        {
            var anew = Anew(one, draft);

            // A line that was written for a release that will not come by it says so, and the next check writes its own.
            if (anew is { Category: Category.PassHolder, Status: CaseStatus.Open, Record: not null })
            {
                next = RecordPolicy.Change(next, anew, RecordChangeKind.NotEntered, null, draft);
                anew = anew with { Record = null, RecordComplete = false };
            }

            next = next.With(anew);
        }

        var announcements = next.Admission.Announcements.ToBuilder();
        foreach (var (id, known) in next.Admission.Announcements)
        {
            if (known.Status is AnnouncementStatus.Confirmed or AnnouncementStatus.Matched)
            {
                announcements[id] = known with { Status = AnnouncementStatus.Draft, ExpiresAt = null, Case = null, TouchedAt = draft.Now };
            }
        }

        return next.With(next.Admission with { Announcements = announcements.ToImmutable() });
    }

    /// <summary>Rules that no longer know a lobby or a door end its cases.</summary>
    public static BuildingState Fit(BuildingState state, DecisionDraft draft)
    {
        var next = state;
        foreach (var one in state.Admission.Cases.Values.Where(one => !one.Ended))
        {
            if (!state.Rules.Admission.Lobbies.TryGetValue(one.Lobby, out var lobby) || !lobby.Doors.Contains(one.Door) || !state.Doors.ContainsKey(one.Door))
            {
                next = CaseMoves.End(next, one, CaseStatus.Cancelled, Refusal.WrongDoor, null, draft);
            }
        }

        return next;
    }

    // A release that was on its way ended by itself in its device; whether somebody came in is not known.
    private static CaseState Anew(CaseState one, DecisionDraft draft)
    {
        var asked = CaseMoves.Touch(CaseMoves.EndRequest(CaseMoves.Void(one with { Unanswered = 0 }, draft), null, draft), draft);
        return CaseMoves.Move(asked, one.Status is CaseStatus.Opening ? CaseStatus.Unknown : CaseStatus.Open, null, draft);
    }
}
