using Bridge.Policy.Calls;

namespace Bridge.Policy.Admission;

/// <summary>How a case is changed: every transition is told, and what spoke for a person goes with its reason.</summary>
internal static class CaseMoves
{
    public static BuildingState With(this BuildingState state, AdmissionState admission) =>
        // Stryker disable once Conditional : it spares a copy of the same state, which the slow test of totality holds
        ReferenceEquals(state.Admission, admission) ? state : state with { Admission = admission };

    public static BuildingState With(this BuildingState state, CaseState one) =>
        state.With(state.Admission with { Cases = state.Admission.Cases.SetItem(one.Case, one) });

    /// <summary>What every event of a case says.</summary>
    public static AdmissionFacts Facts(CaseState one, Party? by = null) => new() { Lobby = one.Lobby, Case = one.Case, Category = one.Category, Role = by?.Role };

    public static void Tell(EventKind kind, AdmissionFacts facts, Party? by, DecisionDraft draft, string? detail = null) =>
        draft.Announce(new BuildingEvent(kind, draft.At) { Actor = by?.Actor, Admission = facts, Detail = detail });

    public static void Notify(CaseState one, Role told, Refusal? why, DecisionDraft draft) =>
        Tell(EventKind.StaffNotified, Facts(one) with { Told = told, Refusal = why }, null, draft);

    /// <summary>Somebody did something: the case is not idle.</summary>
    public static CaseState Touch(CaseState one, DecisionDraft draft) => one with { TouchedAt = draft.Now };

    public static CaseState Move(CaseState one, CaseStatus to, Party? by, DecisionDraft draft)
    {
        if (one.Status == to)
        {
            return one;
        }

        Tell(EventKind.CaseMoved, Facts(one, by) with { From = one.Status, To = to, Request = one.Request?.Id, Household = one.Household?.Household }, by, draft);
        return one with { Status = to };
    }

    /// <summary>Ends a case that nobody came in by, with its reason, its record, and what it had taken hold of given back.</summary>
    public static BuildingState End(BuildingState state, CaseState one, CaseStatus how, Refusal why, Party? by, DecisionDraft draft)
    {
        var closed = EndRequest(one, why, draft);
        Tell(EventKind.CaseMoved, Facts(closed, by) with { From = closed.Status, To = how, Refusal = why, Household = closed.Household?.Household }, by, draft);
        var ended = closed with { Status = how, Refused = why, Evidence = [], TouchedAt = draft.Now };
        if (one is { WasOpened: false, Status: not CaseStatus.Opening })
        {
            // Written before the release, or for one that failed: the line says that nobody came in by it.
            state = RecordPolicy.Change(state, ended, RecordChangeKind.NotEntered, by, draft);
        }

        return RecordPolicy.WriteRefused(AnnouncementPolicy.GiveBack(CallPolicy.Withdraw(state, one.Case, draft), ended, draft), ended, by, draft);
    }

    /// <summary>Nothing that was said for this person counts any more.</summary>
    public static CaseState Void(CaseState one, DecisionDraft draft)
    {
        foreach (var evidence in one.Evidence)
        {
            Tell(EventKind.EvidenceVoided, Facts(one) with { Evidence = evidence.Id, EvidenceKind = evidence.Kind }, null, draft);
        }

        return one with { Evidence = [] };
    }

    public static CaseState EndRequest(CaseState one, Refusal? why, DecisionDraft draft)
    {
        if (one.Request is not { } open)
        {
            return one;
        }

        Tell(EventKind.RequestEnded, Facts(one) with { Request = open.Id, Target = open.Target, Refusal = why }, null, draft);
        return one with { Request = null };
    }

    /// <summary>Records one piece of evidence, and clears the case when a row of the matrix is complete.</summary>
    public static BuildingState Give(BuildingState state, CaseState one, Evidence evidence, Party? by, DecisionDraft draft)
    {
        var id = new EvidenceId(state.Admission.EvidenceCount + 1);
        var given = evidence with { Id = id, GivenAt = draft.Now };
        Tell(EventKind.EvidenceGiven, Facts(one, by) with { Evidence = id, EvidenceKind = given.Kind, Request = given.Request, HeadCount = given.HeadCount }, by, draft);
        var held = Touch(one with { Evidence = one.Evidence.RemoveAll(old => old.Kind == given.Kind).Add(given) }, draft);
        var next = EvidenceCheck.Complete(held, draft.Now) is null
            ? Move(held, CaseStatus.Verifying, by, draft)
            : Move(held, CaseStatus.Cleared, by, draft);
        return state.With(state.Admission with { EvidenceCount = id.Number }).With(next);
    }

    public static BuildingState Refuse(BuildingState state, Party by, CaseState? one, Refusal why, DecisionDraft draft)
    {
        var facts = one is null ? new AdmissionFacts { Lobby = by.Lobby, Role = by.Role } : Facts(one, by);
        Tell(EventKind.ActRefused, facts with { Refusal = why }, by, draft);
        return state;
    }
}
