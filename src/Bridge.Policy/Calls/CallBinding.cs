using Bridge.Policy.Admission;

namespace Bridge.Policy.Calls;

/// <summary>Which call belongs to which question, and what its end means for it.</summary>
internal static class CallBinding
{
    public static BuildingState Start(BuildingState state, LobbyId lobby, CallNotice notice, DecisionDraft draft)
    {
        var call = new CallState(notice.Panel, notice.Call, notice.Household?.Household, null, draft.Now, CallStatus.Calling);
        if (notice.Household is { } household && Waiting(state, lobby, household.Household) is { } asking)
        {
            var bound = call with { Case = asking.Case };
            CallPolicy.Tell(EventKind.CallStarted, bound, state, draft);
            var request = asking.Request! with { Call = new CallOfCase(notice.Panel, notice.Call) };
            return CallPolicy.Set(state, bound).With(CaseMoves.Touch(asking with { Request = request }, draft));
        }

        CallPolicy.Tell(EventKind.CallStarted, call, state, draft);
        return Opens(state, lobby, notice) ? OpenCase(state, lobby, call, notice, draft) : CallPolicy.Set(state, call);
    }

    /// <summary>The call ended before anybody answered. It counts as an attempt only when it rang for the whole time.</summary>
    public static BuildingState GivenUp(BuildingState state, CallState call, DecisionDraft draft)
    {
        return call is { Status: CallStatus.Ringing, RingingSince: { } since } && draft.Now - since >= state.Rules.Admission.Times.Ring && CallPolicy.Asking(state, call) is { } one
            ? Unanswered(state, one, draft)
            : Release(state, call);
    }

    /// <summary>Nobody answered for the whole time: the second attempt by itself, then what the category says.</summary>
    public static BuildingState Unanswered(BuildingState state, CaseState one, DecisionDraft draft)
    {
        var asked = one.Request!;
        var counted = CaseMoves.EndRequest(CaseMoves.Touch(one with { Unanswered = one.Unanswered + 1 }, draft), Refusal.HouseholdDidNotAnswer, draft);
        return counted.Unanswered < AdmissionLimits.Attempts
            ? HouseholdPolicy.Attempt(state, counted, asked.Asked, counted.Unanswered + 1, asked.Station, draft)
            : NamePolicy.NobodyIn(state, counted, null, draft);
    }

    /// <summary>The question stays open without this call: busy, cut, or over without a word.</summary>
    public static BuildingState Release(BuildingState state, CallState call) =>
        CallPolicy.Asking(state, call) is { } one ? state.With(one with { Request = one.Request! with { Call = null, Due = null } }) : state;

    /// <summary>The station does not work: the next registered one, or the household cannot be asked.</summary>
    public static BuildingState OtherStation(BuildingState state, CallState call, DecisionDraft draft)
    {
        if (CallPolicy.Asking(state, call) is not { } one)
        {
            return state;
        }

        var asked = one.Request!;
        if (asked.Station < one.Household!.Stations)
        {
            return HouseholdPolicy.Attempt(state, one, asked.Asked, asked.Attempt, asked.Station + 1, draft);
        }

        CaseMoves.Notify(one, Role.TeamLead, Refusal.NoStation, draft);
        return CaseMoves.End(state, one, CaseStatus.Refused, Refusal.NoStation, null, draft);
    }

    private static CaseState? Waiting(BuildingState state, LobbyId lobby, HouseholdId household) => state.Admission.Cases.Values.FirstOrDefault(one =>
        one.Lobby == lobby && one.Household?.Household == household && one.Request is { Target: RequestTarget.Household, Call: null } && !one.Household.ThroughControlRoom);

    private static bool Opens(BuildingState state, LobbyId lobby, CallNotice notice) =>
        !CaseOpening.IsFull(state, lobby) && state.Doors.ContainsKey(state.Rules.Admission.Lobbies[lobby].Panels[notice.Panel].Door)
        && (notice.Household is null || notice.Household.Lobby == lobby);

    // Somebody dialled at the door station by himself: his case is there before anybody has asked him anything.
    private static BuildingState OpenCase(BuildingState state, LobbyId lobby, CallState call, CallNotice notice, DecisionDraft draft)
    {
        var door = state.Rules.Admission.Lobbies[lobby].Panels[notice.Panel].Door;
        var (opened, one) = CaseOpening.Begin(
            state, new CaseState(default, lobby, door, Category.Undecided, draft.Now) { Household = notice.Household }, null, draft);
        var bound = CallPolicy.Set(opened, call with { Case = one.Case });
        if (notice.Household is null)
        {
            return bound;
        }

        if (notice.Household.ThroughControlRoom)
        {
            CallPolicy.Tell(EventKind.CallRefused, call with { Case = one.Case }, state, draft);
            return CallPolicy.HangUp(bound, call with { Case = one.Case }, draft);
        }

        var (asked, waiting) = RequestPolicy.Begin(bound, one, RequestTarget.Household, DoorStation, attempt: 1, station: 1, due: null, draft);
        return asked.With(waiting with { Request = waiting.Request! with { Call = new CallOfCase(call.Panel, call.Call) } });
    }

    private static readonly ActorId DoorStation = new("door-station");
}
