namespace Bridge.Policy.Admission;

/// <summary>Items 3 and 4: a listed leader who is recognised, an employee whose badge is valid and looks like him.</summary>
internal static class DocumentPolicy
{
    public static BuildingState Leader(BuildingState state, CaseState one, CaseAct.RecogniseLeader act, Step step)
    {
        if (one.Category != Category.ListedLeader || one.Status is not (CaseStatus.Open or CaseStatus.Verifying or CaseStatus.Cleared))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        if (act.Leader is not { } leader)
        {
            return step.Refuse(state.With(step.Touch(one)), one, Refusal.LeaderNotListed);
        }

        var today = Today(step);
        return leader.From > today || leader.Until < today
            ? step.Refuse(state.With(step.Touch(one)), one, Refusal.LeaderExpired)
            : step.Give(state, one with { Reference = leader.Leader.Value, Person = act.Person ?? one.Person }, EvidenceKind.RecognisedLeader, state.Rules.Admission.Times.Recognition);
    }

    public static BuildingState Badge(BuildingState state, CaseState one, CaseAct.PresentBadge act, Step step)
    {
        if (one.Category != Category.Employee || one.Status is not (CaseStatus.Open or CaseStatus.Verifying or CaseStatus.Cleared))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        var shown = one with { Reference = act.Badge?.Badge.Value, Person = act.Person ?? one.Person };
        if (WrongWith(act.Badge, Today(step)) is not { } why)
        {
            return step.Give(state, CaseMoves.Void(shown, step.Draft), EvidenceKind.BadgeChecked, state.Rules.Admission.Times.Consent);
        }

        if (why == Refusal.BadgeLost)
        {
            CaseMoves.Notify(shown, Role.ControlRoom, why, step.Draft);
        }

        return step.End(state, shown, why);
    }

    /// <summary>The picture on a badge or pass against its bearer.</summary>
    public static BuildingState Likeness(BuildingState state, CaseState one, bool agrees, Step step)
    {
        var document = one.Category switch
        {
            Category.Employee => EvidenceKind.BadgeChecked,
            Category.PassHolder => EvidenceKind.PassChecked,
            _ => (EvidenceKind?)null,
        };
        if (document is not { } checkedDocument || !EvidenceCheck.Holds(one, checkedDocument, step.Now) || one.Status is not (CaseStatus.Verifying or CaseStatus.Cleared))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        if (!agrees)
        {
            CaseMoves.Notify(one, Role.TeamLead, Refusal.LikenessDiffers, step.Draft);
            return step.End(state, one, Refusal.LikenessDiffers);
        }

        var given = step.Give(state, one, EvidenceKind.LikenessAgrees, state.Rules.Admission.Times.Consent);
        return one.Category == Category.PassHolder ? PassPolicy.Record(given, given.Admission.Cases[one.Case], step) : given;
    }

    public static DateOnly Today(Step step) => DateOnly.FromDateTime(step.Draft.At.Judged().DateTime);

    private static Refusal? WrongWith(BadgeFacts? badge, DateOnly today) => badge switch
    {
        null => Refusal.BadgeUnknown,
        { Status: DocumentStatus.Lost } => Refusal.BadgeLost,
        { Status: DocumentStatus.Suspended or DocumentStatus.Withdrawn } => Refusal.BadgeSuspended,
        { Until: { } until } when until < today => Refusal.BadgeExpired,
        _ => null,
    };
}
