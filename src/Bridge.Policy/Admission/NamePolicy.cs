using Bridge.Policy.Alerts;

namespace Bridge.Policy.Admission;

/// <summary>
/// Item 2-2: nobody is in. Only two full attempts that nobody answered open this way, a refusal closes it, and the register's side of the comparison
/// never comes in here.
/// </summary>
internal static class NamePolicy
{
    /// <summary>It is proved that nobody answers.</summary>
    public static BuildingState NobodyIn(BuildingState state, CaseState one, Party? by, DecisionDraft draft)
    {
        if (one.Category != Category.SelfDeclaredResident || one.HouseholdSpoke)
        {
            return CaseMoves.End(state, one, CaseStatus.Refused, Refusal.HouseholdDidNotAnswer, by, draft);
        }

        var until = draft.Now + state.Rules.Admission.Times.Idle;
        return CaseMoves.Give(state, one, new Evidence(default, EvidenceKind.NoAnswerProof, by?.Actor, null, draft.Now, until, HeadCount: null), by, draft);
    }

    public static BuildingState Typed(BuildingState state, CaseState one, CaseAct.TypeName act, Step step)
    {
        // The proof is given to self-declared residents only, and is void as soon as somebody of the household speaks.
        if (one.Status != CaseStatus.Verifying || !EvidenceCheck.Holds(one, EvidenceKind.NoAnswerProof, step.Now))
        {
            return step.Refuse(state, one, Refusal.NoAnswerProofMissing);
        }

        var heard = step.Touch(one with { Person = act.Person ?? one.Person, AppearanceOnFile = act.Answer.AppearanceOnFile });
        if (act.Answer.Answer == NameAnswer.SoundsAlike && !one.SpellingAsked)
        {
            CaseMoves.Tell(EventKind.SpellingAsked, CaseMoves.Facts(one, step.By), step.By, step.Draft);
            return state.With(heard with { SpellingAsked = true });
        }

        return act.Answer.Answer switch
        {
            NameAnswer.Match => Matched(state, heard, step),
            NameAnswer.SecondFactNeeded => Wrong(state, heard, Refusal.SecondFactMissing, step),
            NameAnswer.NoMatch or NameAnswer.SoundsAlike => Wrong(state, heard, Refusal.NameMismatch, step),
        };
    }

    public static BuildingState Compared(BuildingState state, CaseState one, bool agrees, Step step)
    {
        if (one.Status is not (CaseStatus.Verifying or CaseStatus.Cleared) || !one.AppearanceOnFile
            || !EvidenceCheck.Holds(one, EvidenceKind.RegisterMatch, step.Now))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        return agrees
            ? step.Give(state, one, EvidenceKind.AppearanceAgrees, state.Rules.Admission.Times.Consent)
            : Send(state, step.Touch(one), Refusal.AppearanceDiffers, step);
    }

    private static BuildingState Matched(BuildingState state, CaseState one, Step step)
    {
        CaseMoves.Tell(EventKind.NameCompared, CaseMoves.Facts(one, step.By), step.By, step.Draft);
        return step.Give(state, one, EvidenceKind.RegisterMatch, state.Rules.Admission.Times.Consent);
    }

    // What is wrong with the name is not said: only that it does not agree.
    private static BuildingState Wrong(BuildingState state, CaseState one, Refusal why, Step step)
    {
        var tried = one with { NameTries = one.NameTries + 1 };
        CaseMoves.Tell(EventKind.NameCompared, CaseMoves.Facts(tried, step.By) with { Refusal = why, Step = tried.NameTries }, step.By, step.Draft);
        return tried.NameTries < AdmissionLimits.NameTries ? step.Refuse(state.With(tried), tried, why) : Send(state, tried, Refusal.NameMismatch, step);
    }

    private static BuildingState Send(BuildingState state, CaseState one, Refusal why, Step step)
    {
        CaseMoves.Notify(one, Role.TeamLead, why, step.Draft);
        return AlertPolicy.Raise(step.End(state, one, why), one.Case, AlertKind.Attend, step.By.Actor, step.Draft);
    }
}
