using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;

namespace Bridge.Policy.Admission;

/// <summary>What runs out at the desks. No timer ever lets anybody in.</summary>
internal static class AdmissionTimers
{
    /// <summary>Runs out everything that is due now, the moment itself included.</summary>
    public static BuildingState Advance(BuildingState state, DecisionDraft draft)
    {
        // Stryker disable once Block : it spares a look at every case; each of them asks the time itself
        if (!(state.Admission.NextDue <= draft.Now))
        {
            return state;
        }

        var next = state;
        foreach (var known in state.Admission.Announcements.Values)
        {
            next = Announcement(next, known, draft);
        }

        foreach (var id in state.Admission.Cases.Keys)
        {
            next = Case(next, id, draft);
        }

        foreach (var alert in next.Admission.Alerts.Values)
        {
            next = alert.Status == AlertStatus.Done && AlertPolicy.NextDue(alert, next.Rules.Admission.Times) <= draft.Now
                ? next.With(next.Admission with { Alerts = next.Admission.Alerts.Remove(alert.Alert) })
                : AlertPolicy.Advance(next, alert, draft);
        }

        return Tours(next, draft);
    }

    private static BuildingState Announcement(BuildingState state, AnnouncementState known, DecisionDraft draft)
    {
        if (!(AdmissionDue.Of(known) <= draft.Now))
        {
            return state;
        }

        return known.Status is AnnouncementStatus.Confirmed or AnnouncementStatus.Matched
            ? AnnouncementPolicy.Expire(state, known with { TouchedAt = draft.Now }, draft)
            : state.With(state.Admission with { Announcements = state.Admission.Announcements.Remove(known.Facts.Announcement) });
    }

    private static BuildingState Case(BuildingState state, CaseId id, DecisionDraft draft)
    {
        var next = state;
        if (!next.Admission.Cases.TryGetValue(id, out var one) || !(AdmissionDue.Of(one, next) <= draft.Now))
        {
            return next;
        }

        if (one.Ended)
        {
            return next.With(next.Admission with { Cases = next.Admission.Cases.Remove(id) });
        }

        if (one.Request is { Due: { } due } && due <= draft.Now)
        {
            next = RequestDue(next, one, draft);
            one = next.Admission.Cases[id];
        }

        if (one.Status == CaseStatus.Cleared && (one.Evidence.IsEmpty || one.Evidence.Exists(piece => !piece.IsValid(draft.Now))))
        {
            next = Lapsed(next, one, draft);
            one = next.Admission.Cases[id];
        }

        return Opened(Idle(next, one, draft), id, draft);
    }

    private static BuildingState RequestDue(BuildingState state, CaseState one, DecisionDraft draft)
    {
        var open = one.Request!;
        if (open.Target != RequestTarget.Household)
        {
            return RequestPolicy.Escalate(state, one, draft);
        }

        // It rang for the whole time: the panel is told to stop, and the attempt counts. The call is known: its end would have taken the time away.
        var ringing = state.Admission.Calls[new CallKey(open.Call!.Panel, open.Call.Call)];
        return CallBinding.Unanswered(CallPolicy.HangUp(state, ringing, draft), one, draft);
    }

    // What has run out goes, and the key is dead: nothing that a row does not need is ever held by a cleared case. It may be asked again.
    private static BuildingState Lapsed(BuildingState state, CaseState one, DecisionDraft draft)
    {
        var kept = one with { Evidence = one.Evidence.RemoveAll(piece => !piece.IsValid(draft.Now)) };
        foreach (var gone in one.Evidence.Where(piece => !piece.IsValid(draft.Now)))
        {
            CaseMoves.Tell(EventKind.EvidenceVoided, CaseMoves.Facts(one) with { Evidence = gone.Id, EvidenceKind = gone.Kind, Refusal = Refusal.EvidenceExpired }, null, draft);
        }

        return state.With(CaseMoves.Move(kept, CaseStatus.Verifying, null, draft));
    }

    private static BuildingState Idle(BuildingState state, CaseState one, DecisionDraft draft)
    {
        // What has just ended was touched by its end.
        if (one.WasOpened || one.Status is CaseStatus.Opening || one.TouchedAt + state.Rules.Admission.Times.Idle > draft.Now)
        {
            return state;
        }

        return CaseMoves.End(state, one, CaseStatus.Expired, one.Request is null ? Refusal.NobodyCame : Refusal.NotAnsweredInTime, null, draft);
    }

    private static BuildingState Opened(BuildingState state, CaseId id, DecisionDraft draft)
    {
        var one = state.Admission.Cases[id];
        var next = state;
        if (one.Status == CaseStatus.Opening && AdmissionDue.Unseen(one, state) <= draft.Now)
        {
            one = CaseMoves.Move(one with { Evidence = [] }, CaseStatus.Unseen, null, draft);
            next = next.With(one);
        }

        if (!one.RecordComplete && !one.RecordFlaggedLate && one.Record is not null && one.Grants is [var first, ..] && first.MintedAt + next.Rules.Admission.Times.RecordLate <= draft.Now)
        {
            one = one with { RecordFlaggedLate = true };
            next = RecordPolicy.Change(next.With(one), one, RecordChangeKind.Late, null, draft);
        }

        return AdmissionDue.ClosesAt(one, next) <= draft.Now
            ? CallPolicy.Withdraw(next.With(CaseMoves.Touch(CaseMoves.Move(one, CaseStatus.Closed, null, draft), draft)), one.Case, draft)
            : next;
    }

    // A tour is over with its window; the booking is kept until then, and some time for who asks.
    private static BuildingState Tours(BuildingState state, DecisionDraft draft)
    {
        var over = state.Admission.Tours.Values.Where(tour => tour.Facts.Until + AdmissionLimits.Keep < draft.At.Judged()).Select(tour => tour.Facts.Tour).ToList();
        // Stryker disable once Conditional : it spares a copy of the same state, which the slow test of totality holds
        return over.Count == 0 ? state : state.With(state.Admission with { Tours = state.Admission.Tours.RemoveRange(over) });
    }
}
