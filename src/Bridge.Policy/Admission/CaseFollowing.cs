namespace Bridge.Policy.Admission;

/// <summary>A case learns from its door what became of its grant: everything that is told of an access carries the grant's number.</summary>
internal static class CaseFollowing
{
    public static BuildingState Follow(BuildingState state, DecisionDraft draft)
    {
        var next = state;

        // By number: following a case tells more, and that is not followed again.
        var told = draft.Effects.Count;
        for (var index = 0; index < told; index++)
        {
            if (draft.Effects[index] is OutboundEffect.Announce { Event: { Access: { } access } happened } && To(happened.Kind) is { } to)
            {
                next = Happened(next, access, to, draft);
            }
        }

        return next;
    }

    private static CaseStatus? To(EventKind kind) => kind switch
    {
        EventKind.AccessTaken => CaseStatus.Entered,
        EventKind.AccessNotTaken => CaseStatus.NotEntered,
        EventKind.ReleaseRefused or EventKind.ReleaseNotSent => CaseStatus.Faulted,
        EventKind.ReleaseOutcomeUnknown => CaseStatus.Unknown,
        _ => null,
    };

    private static BuildingState Happened(BuildingState state, AccessId access, CaseStatus to, DecisionDraft draft)
    {
        var one = state.Admission.Cases.Values.FirstOrDefault(one => !one.Grants.IsEmpty && one.Grants[^1].Access == access);
        if (one is null || !Follows(one.Status, to))
        {
            return state;
        }

        var moved = CaseMoves.Touch(CaseMoves.Move(one, to, null, draft), draft);
        if (to == CaseStatus.Faulted)
        {
            // A second opening rests on nothing that could be given back: its evidence was spent by the first.
            return TourPolicy.GiveBack(state, moved).With(Again(moved, draft));
        }

        var spent = state.With(moved with { Evidence = [] });
        var change = to switch
        {
            CaseStatus.Entered => RecordChangeKind.Entered,
            CaseStatus.NotEntered => RecordChangeKind.NotEntered,
            _ => (RecordChangeKind?)null,
        };
        return change is { } kind ? RecordPolicy.Change(spent, moved, kind, null, draft) : spent;
    }

    // What was unknown may still be resolved by the contact; what is resolved is not unmade.
    private static bool Follows(CaseStatus from, CaseStatus to) => from switch
    {
        CaseStatus.Opening => true,
        CaseStatus.Unknown or CaseStatus.Unseen => to is CaseStatus.Entered or CaseStatus.NotEntered,
        _ => false,
    };

    // Surely not released: whatever still speaks for the person may be used for another press.
    private static CaseState Again(CaseState faulted, DecisionDraft draft)
    {
        var failed = faulted.Grants[^1];
        if (failed.Reopening)
        {
            return CaseMoves.Move(faulted with { Grants = faulted.Grants.RemoveAt(faulted.Grants.Count - 1) }, failed.ReopenedFrom ?? CaseStatus.Unseen, null, draft);
        }

        return EvidenceCheck.Complete(faulted, draft.Now) is null ? CaseMoves.Void(faulted, draft) : CaseMoves.Move(faulted, CaseStatus.Cleared, null, draft);
    }
}
