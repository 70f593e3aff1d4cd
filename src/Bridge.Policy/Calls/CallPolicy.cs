using Bridge.Policy.Admission;

namespace Bridge.Policy.Calls;

/// <summary>
/// What intercoms say. A call speaks for a case only when it went to that case's household, at a panel of its lobby, after the question was asked; the
/// unit's key counts only while the call is live.
/// </summary>
internal static class CallPolicy
{
    public static BuildingState Decide(BuildingState state, CallNotice notice, DecisionDraft draft)
    {
        if (LobbyOf(state, notice.Panel) is not { } lobby)
        {
            return state;
        }

        var key = new CallKey(notice.Panel, notice.Call);
        if (notice.Step == CallStep.Started)
        {
            return state.Admission.Calls.ContainsKey(key) ? state : CallBinding.Start(state, lobby, notice, draft);
        }

        if (!state.Admission.Calls.TryGetValue(key, out var call))
        {
            return state;
        }

        return Take(IsOver(notice.Step) ? Set(state, call with { HungUp = true }) : state, call, notice, draft);
    }

    public static void Tell(EventKind kind, CallState call, BuildingState state, DecisionDraft draft, string? detail = null) => draft.Announce(
        new BuildingEvent(kind, draft.At)
        {
            Admission = new AdmissionFacts { Lobby = LobbyOf(state, call.Panel), Case = call.Case, Panel = call.Panel, Call = call.Call, Household = call.Household },
            Detail = detail,
        });

    public static CaseState? CaseOf(BuildingState state, CallState call) =>
        call.Case is { } id && state.Admission.Cases.TryGetValue(id, out var one) && !one.Ended ? one : null;

    /// <summary>The case whose open question this call belongs to.</summary>
    public static CaseState? Asking(BuildingState state, CallState call) =>
        CaseOf(state, call) is { Request: { Target: RequestTarget.Household, Call: { } bound } } one && bound == new CallOfCase(call.Panel, call.Call) ? one : null;

    public static BuildingState Set(BuildingState state, CallState call) =>
        state.With(state.Admission with { Calls = state.Admission.Calls.SetItem(new CallKey(call.Panel, call.Call), call) });

    /// <summary>The panel is told to end a call that nobody waits for any more; once, and only one that can be told.</summary>
    public static BuildingState HangUp(BuildingState state, CallState call, DecisionDraft draft)
    {
        if (call.HungUp)
        {
            return state;
        }

        if (LobbyOf(state, call.Panel) is { } lobby && state.Rules.Admission.Lobbies[lobby].Panels[call.Panel].CanDial)
        {
            draft.Do(new DeviceEffect.HangUp(draft.At.Plus(AdmissionLimits.Dial), new CallKey(call.Panel, call.Call)));
        }

        return Set(state, call with { HungUp = true });
    }

    /// <summary>The case is over, or asks somebody else: whoever is still called for it is left in peace.</summary>
    public static BuildingState Withdraw(BuildingState state, CaseId one, DecisionDraft draft)
    {
        var next = state;
        foreach (var call in state.Admission.Calls.Values)
        {
            next = call.Case == one ? HangUp(next, call, draft) : next;
        }

        return next;
    }

    /// <summary>The panel does not ring or speak for this call any more, and need not be told to stop.</summary>
    private static bool IsOver(CallStep step) =>
        step is CallStep.Denied or CallStep.NoAnswer or CallStep.Busy or CallStep.Transferred or CallStep.Faulted or CallStep.Ended;

    private static BuildingState Take(BuildingState state, CallState call, CallNotice notice, DecisionDraft draft) => notice.Step switch
    {
        CallStep.Ringing => call.Status == CallStatus.Calling ? Ring(state, call, draft) : state,
        CallStep.Answered => call.Status is CallStatus.Calling or CallStatus.Ringing ? Answer(state, call, draft) : state,
        CallStep.Held => Talking(state, call, CallStatus.Held),
        CallStep.Resumed => Talking(state, call, CallStatus.Talking),
        CallStep.UnlockRequested => Unlock(state, call, draft),
        CallStep.UnlockByUnknown => Unnamed(state, call, draft),
        CallStep.Denied => Deny(state, call, draft),
        CallStep.NoAnswer => End(CallBinding.GivenUp(state, call, draft), call, notice, draft),
        CallStep.Busy or CallStep.Transferred => End(CallBinding.Release(state, call), call, notice, draft),
        // A line that breaks in the middle of a conversation says nothing of the station.
        CallStep.Faulted when call.Status is CallStatus.Talking or CallStatus.Held => End(CallBinding.Release(state, call), call, notice, draft),
        CallStep.Faulted => End(CallBinding.OtherStation(state, call, draft), call, notice, draft),
        CallStep.Ended => End(CallBinding.GivenUp(state, call, draft), call, notice, draft),
        CallStep.Started => state,
    };

    private static LobbyId? LobbyOf(BuildingState state, PanelId panel)
    {
        foreach (var (id, lobby) in state.Rules.Admission.Lobbies)
        {
            if (lobby.Panels.ContainsKey(panel))
            {
                return id;
            }
        }

        return null;
    }

    private static BuildingState Ring(BuildingState state, CallState call, DecisionDraft draft)
    {
        Tell(EventKind.CallRinging, call, state, draft);
        var ringing = Set(state, call with { Status = CallStatus.Ringing, RingingSince = draft.Now });
        return Asking(state, call) is { } one
            ? ringing.With(one with { Request = one.Request! with { Due = draft.Now + state.Rules.Admission.Times.Ring } })
            : ringing;
    }

    private static BuildingState Answer(BuildingState state, CallState call, DecisionDraft draft)
    {
        Tell(EventKind.CallAnswered, call, state, draft);
        var talking = Set(state, call with { Status = CallStatus.Talking });
        return Asking(state, call) is { } one
            ? talking.With(CaseMoves.Touch(one with { HouseholdSpoke = true, Request = one.Request! with { Due = null } }, draft))
            : Spoke(talking, call, draft);
    }

    // The ring was over and the call not yet hung up: too late for an answer, but somebody is in, and nothing rests on nobody being in any more.
    private static BuildingState Spoke(BuildingState state, CallState call, DecisionDraft draft)
    {
        if (CaseOf(state, call) is not { HouseholdSpoke: false, WasOpened: false, Status: not CaseStatus.Opening } one || one.Household?.Household != call.Household)
        {
            return state;
        }

        var heard = CaseMoves.Touch(one with { HouseholdSpoke = true }, draft);
        return heard.Evidence.Exists(piece => piece.Kind == EvidenceKind.NoAnswerProof)
            ? state.With(CaseMoves.Move(CaseMoves.Void(heard, draft), CaseStatus.Verifying, null, draft))
            : state.With(heard);
    }

    private static BuildingState Talking(BuildingState state, CallState call, CallStatus status) =>
        call.Status is CallStatus.Talking or CallStatus.Held && call.Status != status ? Set(state, call with { Status = status }) : state;

    private static BuildingState Unlock(BuildingState state, CallState call, DecisionDraft draft)
    {
        Tell(EventKind.CallUnlockRequested, call, state, draft);
        if (call.Status is not (CallStatus.Ringing or CallStatus.Talking) || Asking(state, call) is not { } one || one.Household!.ThroughControlRoom)
        {
            Ignore(state, call, Refusal.RequestNotOpen, draft);
            return Spoke(state, call, draft);
        }

        var given = HouseholdPolicy.Yes(state, one, by: null, draft);
        var cleared = given.Admission.Cases[one.Case];
        return state.Rules.Admission.Switches.UnitKeyOpens && cleared is { Status: CaseStatus.Cleared, Owner: { } owner }
            ? GrantPolicy.Press(given, cleared, new CaseAct.PressOpen(one.Case, one.Door, null, null), new Step(new Party(owner, Role.LobbyAssistant, one.Lobby), draft))
            : given;
    }

    // A neighbour may have pressed it: it says neither yes nor that somebody of this household is in.
    private static BuildingState Unnamed(BuildingState state, CallState call, DecisionDraft draft)
    {
        Tell(EventKind.CallUnlockRequested, call, state, draft);
        Ignore(state, call, Refusal.WrongParty, draft);
        return state;
    }

    private static void Ignore(BuildingState state, CallState call, Refusal why, DecisionDraft draft) => CaseMoves.Tell(
        EventKind.AnswerIgnored,
        new AdmissionFacts { Lobby = LobbyOf(state, call.Panel), Case = call.Case, Panel = call.Panel, Refusal = why },
        null,
        draft);

    private static BuildingState Deny(BuildingState state, CallState call, DecisionDraft draft)
    {
        // Stryker disable once NullCoalescing : both are the call's own case, whichever is asked first
        var asked = Asking(state, call) ?? Allowed(state, call);
        return asked is null ? Spoke(state, call, draft) : HouseholdPolicy.No(state, asked, by: null, draft);
    }

    // A "no" after the same party's "yes", before the opening, takes it back.
    private static CaseState? Allowed(BuildingState state, CallState call) =>
        CaseOf(state, call) is { } one && one.Status is CaseStatus.Cleared or CaseStatus.Waiting && one.Evidence.Exists(piece => piece.Kind == EvidenceKind.HouseholdYes) ? one : null;

    private static BuildingState End(BuildingState state, CallState call, CallNotice notice, DecisionDraft draft)
    {
        Tell(EventKind.CallEnded, call, state, draft, notice.Detail ?? notice.Step.ToString());
        return state.With(state.Admission with { Calls = state.Admission.Calls.Remove(new CallKey(call.Panel, call.Call)) });
    }
}
