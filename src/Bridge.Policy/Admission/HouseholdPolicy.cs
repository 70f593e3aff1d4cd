using Bridge.Policy.Calls;

namespace Bridge.Policy.Admission;

/// <summary>Items 2 and 5-2: the household is asked, on the intercom or through the control room, and its own word opens.</summary>
internal static class HouseholdPolicy
{
    public static BuildingState Name(BuildingState state, CaseState one, CaseAct.NameHousehold act, Step step)
    {
        if (one.Category != Category.SelfDeclaredResident || !MayBeNamed(one))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        return Stated(state, one, act.Household, one.HeadCount, act.Person ?? one.Person, step);
    }

    public static BuildingState Describe(BuildingState state, CaseState one, CaseAct.DescribeVisit act, Step step)
    {
        if (one.Category != Category.Visitor || !MayBeNamed(one))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        if (act.Household is not null && !act.HostLivesThere)
        {
            // Three wrong addresses are guessing. Nothing is said about who does live there.
            var tried = step.Touch(one with { NameTries = one.NameTries + 1 });
            return tried.NameTries > AdmissionLimits.NameTries
                ? step.End(state, tried with { Person = act.Person, HeadCount = act.HeadCount }, Refusal.HostNotThere)
                : step.Refuse(state.With(tried), tried, Refusal.HostNotThere);
        }

        return Stated(state, one, act.Household, act.HeadCount, act.Person, step);
    }

    /// <summary>Asks the household in the only way that is open for it.</summary>
    public static BuildingState Ask(BuildingState state, CaseState one, Step step)
    {
        var household = one.Household!;
        if (household.ThroughControlRoom)
        {
            return RequestPolicy.Open(state, one, RequestTarget.ControlRoom, step);
        }

        if (household.Stations == 0)
        {
            CaseMoves.Notify(one, Role.TeamLead, Refusal.NoStation, step.Draft);
            return step.Refuse(state.With(Stands(step.Touch(one), step)), one, Refusal.NoStation);
        }

        if (state.Admission.Cases.Values.Any(other => other.Case != one.Case && other.Lobby == one.Lobby
            && other.Request?.Target == RequestTarget.Household && other.Household?.Household == household.Household))
        {
            return step.Refuse(state.With(Stands(step.Touch(one), step)), one, Refusal.HouseholdBusy);
        }

        return Attempt(state, step.Touch(one), step.By.Actor, one.Unanswered + 1, station: 1, step.Draft);
    }

    // What was stated stays stated for the record, but nothing that spoke for another statement stays with it.
    private static CaseState Stands(CaseState one, Step step) =>
        one is { Request: null, Evidence.IsEmpty: true, Status: CaseStatus.Waiting or CaseStatus.Cleared or CaseStatus.Holding }
            ? CaseMoves.Move(one, CaseStatus.Verifying, step.By, step.Draft)
            : one;

    /// <summary>One attempt to reach the household: the panel dials if it can, otherwise the person at the door does.</summary>
    public static BuildingState Attempt(BuildingState state, CaseState one, ActorId asked, int attempt, int station, DecisionDraft draft)
    {
        var (next, waiting) = RequestPolicy.Begin(state, one, RequestTarget.Household, asked, attempt, station, due: null, draft);
        if (Panel(state, waiting) is { } panel)
        {
            draft.Do(new DeviceEffect.Dial(draft.At.Plus(AdmissionLimits.Dial), panel, waiting.Household!.Household, station));
        }

        return next;
    }

    /// <summary>The household said yes or no by word of mouth, on the call that is live now.</summary>
    public static BuildingState Heard(BuildingState state, CaseState one, bool yes, Step step)
    {
        if (one.Request is not { Target: RequestTarget.Household, Call: { } call }
            || !state.Admission.Calls.TryGetValue(new CallKey(call.Panel, call.Call), out var live) || live.Status != CallStatus.Talking)
        {
            return step.Refuse(state, one, Refusal.RequestNotOpen);
        }

        return yes ? Yes(state, step.Touch(one), step.By, step.Draft) : No(state, one, step.By, step.Draft);
    }

    public static BuildingState Yes(BuildingState state, CaseState one, Party? by, DecisionDraft draft)
    {
        var open = one.Request!;
        CaseMoves.Tell(EventKind.RequestAnswered, CaseMoves.Facts(one, by) with { Request = open.Id, Target = open.Target, Answer = Answer.Yes }, by, draft);
        var until = draft.Now + state.Rules.Admission.Times.Consent;
        return CaseMoves.Give(
            state,
            one with { Request = null, HouseholdSpoke = true },
            new Evidence(default, EvidenceKind.HouseholdYes, by?.Actor, open.Id, draft.Now, until, HeadCount: null),
            by,
            draft);
    }

    /// <summary>A refusal ends the case, before its yes and after: it never leads to the way for "nobody in".</summary>
    public static BuildingState No(BuildingState state, CaseState one, Party? by, DecisionDraft draft)
    {
        CaseMoves.Tell(EventKind.RequestAnswered, CaseMoves.Facts(one, by) with { Request = one.Request?.Id, Target = RequestTarget.Household, Answer = Answer.No }, by, draft);
        var refused = CaseMoves.Void(one with { Request = null }, draft);
        if (one.Category == Category.SelfDeclaredResident)
        {
            CaseMoves.Notify(refused, Role.TeamLead, Refusal.HouseholdRefused, draft);
        }

        return CaseMoves.End(state, refused, CaseStatus.Refused, Refusal.HouseholdRefused, by, draft);
    }

    /// <summary>The host came down and is there: the desk sees him.</summary>
    /// <remarks>Somebody of the household has to have said so before: asking a visitor to wait makes no host.</remarks>
    public static BuildingState HostAtDoor(BuildingState state, CaseState one, Step step)
    {
        if (one.Household is { ThroughControlRoom: true })
        {
            return step.Refuse(state, one, Refusal.ClearanceRouteRequired);
        }

        if (one is not { Status: CaseStatus.Holding, Category: Category.Visitor, Household: not null, Person: not null })
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        return one.HouseholdSpoke
            ? step.Give(state, one, EvidenceKind.HouseholdYes, state.Rules.Admission.Times.Consent)
            : step.Refuse(state, one, Refusal.EvidenceMissing);
    }

    private static bool MayBeNamed(CaseState one) =>
        one.Status is CaseStatus.Open or CaseStatus.Verifying or CaseStatus.Waiting or CaseStatus.Cleared or CaseStatus.Holding;

    private static BuildingState Stated(BuildingState state, CaseState one, HouseholdFacts? household, int headCount, SealedPerson? person, Step step)
    {
        if (household is null || household.Lobby != one.Lobby)
        {
            return step.Refuse(state, one, Refusal.UnknownHousehold);
        }

        var same = one.Household?.Household == household.Household;
        var named = one with { Household = household, Person = person, HeadCount = headCount };

        // A call that opened the case by itself has asked this household already, and perhaps heard its yes; only names were missing.
        if (same && one.Person is null && (one.Request is { Target: RequestTarget.Household } || EvidenceCheck.Holds(one, EvidenceKind.HouseholdYes, step.Now)))
        {
            var described = step.Touch(named);
            return state.With(EvidenceCheck.Complete(described, step.Now) is null ? described : CaseMoves.Move(described, CaseStatus.Cleared, step.By, step.Draft));
        }

        var fresh = CaseMoves.Void(CaseMoves.EndRequest(named, null, step.Draft), step.Draft);
        return Ask(CallPolicy.Withdraw(state, one.Case, step.Draft), same ? fresh : fresh with { Unanswered = 0, HouseholdSpoke = false }, step);
    }

    private static PanelId? Panel(BuildingState state, CaseState one)
    {
        PanelId? any = null;
        foreach (var (panel, rules) in state.Rules.Admission.Lobbies[one.Lobby].Panels)
        {
            if (rules.CanDial)
            {
                any = rules.Door == one.Door ? panel : any ?? panel;
            }
        }

        return any;
    }
}
