namespace Bridge.Policy.Admission;

/// <summary>Items 5' and 7: the office on duty permits, by name; and an employee who forgot his badge.</summary>
internal static class OfficePolicy
{
    public static BuildingState Describe(BuildingState state, CaseState one, CaseAct.DescribeParty act, Step step)
    {
        if (one.Category is not (Category.GovernmentOfficer or Category.Tour) || one.WasOpened || one.Status is CaseStatus.Opening)
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        var described = one with { HeadCount = act.HeadCount, Person = act.Person };
        return RequestPolicy.Open(state, described, RequestTarget.Office, step);
    }

    public static BuildingState ForgottenBadge(BuildingState state, CaseState one, SealedPerson person, Step step) =>
        one.Category == Category.Employee && one.Status is CaseStatus.Open or CaseStatus.Verifying or CaseStatus.Waiting
            ? RequestPolicy.Open(state, one with { Person = person, Reference = null }, RequestTarget.Office, step)
            : step.Refuse(state, one, Refusal.WrongState);
}
