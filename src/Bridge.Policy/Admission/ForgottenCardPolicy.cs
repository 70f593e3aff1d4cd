using System.Collections.Immutable;

namespace Bridge.Policy.Admission;

/// <summary>Item 1-2: a resident whom the assistant knows. He needs an entry in the register; a word alone opens nothing.</summary>
internal static class ForgottenCardPolicy
{
    public static BuildingState Recognise(BuildingState state, CaseState one, ResidentFacts? resident, Step step)
    {
        if (one.Category != Category.ForgottenCard || one.Status is not (CaseStatus.Open or CaseStatus.Verifying or CaseStatus.Cleared))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        if (resident is null)
        {
            return step.Refuse(state, one, Refusal.ResidentNotActive);
        }

        if (resident.Household.Lobby != one.Lobby)
        {
            return step.Refuse(state, one, Refusal.UnknownHousehold);
        }

        var named = one with { Resident = resident.Resident, Household = resident.Household };
        if (resident.Standing != ResidentStanding.Active)
        {
            var why = resident.Standing == ResidentStanding.Barred ? Refusal.ResidentBarred : Refusal.ResidentNotActive;
            CaseMoves.Notify(named, Role.TeamLead, why, step.Draft);
            return step.End(state, named, why);
        }

        var lately = Lately(state, resident.Household.Household, step.Now);
        if (lately.Count >= state.Rules.Admission.Times.RecognitionLimit && step.By.Role != Role.TeamLead)
        {
            CaseMoves.Notify(named, Role.TeamLead, Refusal.TooManyRecognitions, step.Draft);
            return step.Refuse(state, one, Refusal.TooManyRecognitions);
        }

        return step.Give(state, named, EvidenceKind.RecognisedResident, state.Rules.Admission.Times.Recognition);
    }

    /// <summary>The door opens for him: counted for the household and for the reminder. The event says which time this month it is.</summary>
    public static BuildingState Opened(BuildingState state, CaseState one, DecisionDraft draft)
    {
        // One help is one help, however often the door had to be asked.
        if (one is not { Category: Category.ForgottenCard, Household: { } household, Resident: { } resident, Grants.Count: 1 })
        {
            return state;
        }

        var month = RecordPolicy.Month(draft.At);
        var before = state.Admission.ForgottenCards.GetValueOrDefault(resident);
        var count = before is { } known && known.Month == month ? known.Count + 1 : 1;
        CaseMoves.Tell(EventKind.StaffNotified, CaseMoves.Facts(one) with { Told = Role.LobbyAssistant, Step = count }, null, draft, "bring the card next time");
        return state.With(state.Admission with
        {
            ForgottenCards = state.Admission.ForgottenCards.RemoveRange(Old(state, month)).SetItem(resident, new ForgottenCards(month, count)),
            Recognitions = state.Admission.Recognitions.SetItem(household.Household, new Recognitions(Lately(state, household.Household, draft.Now).Add(draft.Now))),
        });
    }

    private static IEnumerable<ResidentId> Old(BuildingState state, int month) =>
        [.. state.Admission.ForgottenCards.Where(one => one.Value.Month != month).Select(one => one.Key)];

    private static ImmutableList<TimeSpan> Lately(BuildingState state, HouseholdId household, TimeSpan now) =>
        state.Admission.Recognitions.TryGetValue(household, out var all)
            ? all.At.RemoveAll(at => at + state.Rules.Admission.Times.RecognitionWindow <= now)
            : [];
}
