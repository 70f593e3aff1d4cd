using Bridge.Policy.Calls;

namespace Bridge.Policy.Admission;

/// <summary>Cases begin, change their kind, wait, and are given up.</summary>
internal static class CaseOpening
{
    public static BuildingState Open(BuildingState state, CaseAct.Open act, Step step)
    {
        var kind = act.Category == Category.Emergency ? Refusal.WrongState : (Refusal?)null;
        if ((Judge(state, act.Lobby, act.Door, step.By) ?? kind) is { } why)
        {
            return CaseMoves.Refuse(state, step.By, null, why, step.Draft);
        }

        return Begin(state, new CaseState(default, act.Lobby, act.Door, act.Category, step.Now) { Owner = step.By.Actor, Former = act.Former }, step.By, step.Draft).State;
    }

    public static Refusal? Judge(BuildingState state, LobbyId lobby, DoorId door, Party by)
    {
        if (by.Lobby is { } own && own != lobby)
        {
            return Refusal.NotYourLobby;
        }

        if (!state.Rules.Admission.Lobbies.TryGetValue(lobby, out var rules) || !rules.Doors.Contains(door) || !state.Doors.ContainsKey(door))
        {
            return Refusal.UnknownCase;
        }

        return IsFull(state, lobby) ? Refusal.TooMany : null;
    }

    public static bool IsFull(BuildingState state, LobbyId lobby) =>
        state.Admission.Cases.Values.Count(one => one.Lobby == lobby && !one.Ended) >= AdmissionLimits.OpenCases;

    public static (BuildingState State, CaseState Case) Begin(BuildingState state, CaseState draft, Party? by, DecisionDraft decision)
    {
        var id = new CaseId(state.Admission.CaseCount + 1);
        var one = draft with { Case = id, TouchedAt = decision.Now };
        decision.Announce(new BuildingEvent(EventKind.CaseOpened, decision.At)
        {
            Door = one.Door,
            Actor = by?.Actor,
            Admission = CaseMoves.Facts(one, by) with { Household = one.Household?.Household },
        });
        return (state.With(state.Admission with { CaseCount = id.Number }).With(one), one);
    }

    public static BuildingState ChangeCategory(BuildingState state, CaseState one, Category category, Step step)
    {
        // What is written stays written: whoever has a line of one kind is another case as another kind.
        if (category == Category.Emergency || one.Record is not null || one.WasOpened || one.Status is CaseStatus.Opening or CaseStatus.Recording)
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        // What a call that opened the case by itself has brought stays: it was asked of this household, whoever the person turns out to be.
        var keeps = one.Category == Category.Undecided && category is Category.Visitor or Category.SelfDeclaredResident;
        var kept = keeps ? one : CaseMoves.Void(CaseMoves.EndRequest(one, null, step.Draft), step.Draft);
        var released = AnnouncementPolicy.GiveBack(keeps ? state : CallPolicy.Withdraw(state, one.Case, step.Draft), kept, step.Draft);
        var changed = step.Touch(kept with { Category = category, Reference = null, AppearanceOnFile = false });
        CaseMoves.Tell(EventKind.CaseMoved, CaseMoves.Facts(changed, step.By) with { From = one.Status, To = keeps ? one.Status : CaseStatus.Open }, step.By, step.Draft);
        return released.With(changed with { Status = keeps ? one.Status : CaseStatus.Open });
    }

    public static BuildingState Hold(BuildingState state, CaseState one, Step step)
    {
        if (one.Status is not (CaseStatus.Open or CaseStatus.Verifying or CaseStatus.Waiting or CaseStatus.Cleared))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        var held = CaseMoves.Void(CaseMoves.EndRequest(one, null, step.Draft), step.Draft);
        return AnnouncementPolicy.GiveBack(state, held, step.Draft).With(step.Touch(CaseMoves.Move(held, CaseStatus.Holding, step.By, step.Draft)));
    }

    public static BuildingState GiveUp(BuildingState state, CaseState one, CaseStatus how, Step step) =>
        one.WasOpened || one.Status is CaseStatus.Opening
            ? step.Refuse(state, one, Refusal.WrongState)
            : CaseMoves.End(state, step.Touch(one), how, Refusal.RefusedByDesk, step.By, step.Draft);
}
