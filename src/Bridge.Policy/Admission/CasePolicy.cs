using System.Diagnostics;

namespace Bridge.Policy.Admission;

/// <summary>The desk's acts: who may, then what follows. A refused act changes nothing and says one reason.</summary>
internal static class CasePolicy
{
    public static BuildingState Decide(BuildingState state, PolicyInput.CaseActed input, DecisionDraft draft)
    {
        var known = CaseGuard.CaseOf(input.Act) is { } id ? state.Admission.Cases.GetValueOrDefault(id) : null;
        if (CaseGuard.Judge(state, input.By, input.Act) is { } why)
        {
            // A case of another lobby is told to its own: the answer to who asked says nothing of it.
            return CaseMoves.Refuse(state, input.By, why == Refusal.NotYourLobby ? null : known, why, draft);
        }

        return known is null ? WithoutCase(state, input, draft) : AtCase(state, known, new Step(input.By, draft), input.Act);
    }

    private static BuildingState WithoutCase(BuildingState state, PolicyInput.CaseActed input, DecisionDraft draft) => input.Act switch
    {
        CaseAct.Open open => CaseOpening.Open(state, open, new Step(input.By, draft)),
        CaseAct.EmergencyEntry emergency => EmergencyPolicy.Enter(state, emergency, new Step(input.By, draft)),
        CaseAct.AmendRecord amend => RecordPolicy.Amend(state, amend, input.By, draft),
        _ => throw new UnreachableException($"No rule for {input.Act.GetType().Name}."),
    };

    private static BuildingState AtCase(BuildingState state, CaseState one, Step step, CaseAct act) => act switch
    {
        CaseAct.ChangeCategory change => CaseOpening.ChangeCategory(state, one, change.Category, step),
        CaseAct.RecogniseResident recognise => ForgottenCardPolicy.Recognise(state, one, recognise.Resident, step),
        CaseAct.NameHousehold name => HouseholdPolicy.Name(state, one, name, step),
        CaseAct.DescribeVisit visit => HouseholdPolicy.Describe(state, one, visit, step),
        CaseAct.DescribeParty party => OfficePolicy.Describe(state, one, party, step),
        CaseAct.Ask => RequestPolicy.AskAgain(state, one, step),
        CaseAct.HeardFromHousehold heard => HouseholdPolicy.Heard(state, one, heard.Yes, step),
        CaseAct.TypeName typed => NamePolicy.Typed(state, one, typed, step),
        CaseAct.CompareAppearance compared => NamePolicy.Compared(state, one, compared.Agrees, step),
        CaseAct.RecogniseLeader leader => DocumentPolicy.Leader(state, one, leader, step),
        CaseAct.PresentBadge badge => DocumentPolicy.Badge(state, one, badge, step),
        CaseAct.ConfirmEmployee employee => OfficePolicy.ForgottenBadge(state, one, employee.Person, step),
        CaseAct.CompareLikeness likeness => DocumentPolicy.Likeness(state, one, likeness.Agrees, step),
        CaseAct.MatchAnnouncement match => AnnouncementPolicy.Match(state, one, match, step),
        CaseAct.PresentPass pass => PassPolicy.Present(state, one, pass, step),
        CaseAct.PresentTour tour => TourPolicy.Present(state, one, tour, step),
        CaseAct.UsePaperSheet paper => PassPolicy.Paper(state, one, paper.Sheet, step),
        CaseAct.PressOpen press => GrantPolicy.Press(state, one, press, step),
        CaseAct.Hold => CaseOpening.Hold(state, one, step),
        CaseAct.HostAtDoor => HouseholdPolicy.HostAtDoor(state, one, step),
        CaseAct.Cancel => CaseOpening.GiveUp(state, one, CaseStatus.Cancelled, step),
        CaseAct.Refuse => CaseOpening.GiveUp(state, one, CaseStatus.Refused, step),
        CaseAct.CompleteRecord complete => RecordPolicy.Complete(state, one, complete.Person, step),
        _ => throw new UnreachableException($"No rule for {act.GetType().Name}."),
    };
}
