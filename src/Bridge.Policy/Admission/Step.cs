namespace Bridge.Policy.Admission;

/// <summary>One act at a desk while it is being decided: whose it is, and the decision it belongs to.</summary>
internal readonly record struct Step(Party By, DecisionDraft Draft)
{
    public TimeSpan Now => Draft.Now;

    public BuildingState Refuse(BuildingState state, CaseState one, Refusal why) => CaseMoves.Refuse(state, By, one, why, Draft);

    public CaseState Touch(CaseState one) => CaseMoves.Touch(one, Draft) with { Owner = one.Owner ?? By.Actor };

    public BuildingState End(BuildingState state, CaseState one, Refusal why) => CaseMoves.End(state, one, CaseStatus.Refused, why, By, Draft);

    public BuildingState Give(BuildingState state, CaseState one, EvidenceKind kind, TimeSpan validFor, int? headCount = null) =>
        CaseMoves.Give(state, Touch(one), new Evidence(default, kind, By.Actor, null, Now, Now + validFor, headCount), By, Draft);
}
