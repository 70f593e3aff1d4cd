namespace Bridge.Policy.Admission;

/// <summary>Questions to a household, the control room or the office: one at a time a case, and an answer belongs to its question.</summary>
internal static class RequestPolicy
{
    /// <summary>The desk asks again what the category of the case asks.</summary>
    public static BuildingState AskAgain(BuildingState state, CaseState one, Step step)
    {
        // Busy, cut or never begun: no call speaks for the question any more, and it may be called again.
        var idle = one.Request is { Target: RequestTarget.Household, Call: null } last && step.Now >= last.At + AdmissionLimits.Dial;
        if (one.Request is not null && !idle)
        {
            return step.Refuse(state, one, Refusal.RequestPending);
        }

        if (one.WasOpened || one.Status is CaseStatus.Opening or CaseStatus.Recording)
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        return one.Category switch
        {
            Category.SelfDeclaredResident or Category.Visitor when one.Household is not null => HouseholdPolicy.Ask(state, one, step),
            Category.GovernmentOfficer or Category.Tour when one.Person is not null => Open(state, one, RequestTarget.Office, step),
            _ => step.Refuse(state, one, Refusal.WrongState),
        };
    }

    /// <summary>A question to the control room or the office.</summary>
    public static BuildingState Open(BuildingState state, CaseState one, RequestTarget target, Step step)
    {
        var times = state.Rules.Admission.Times;
        var due = step.Now + (target == RequestTarget.ControlRoom ? times.ControlRoomAcknowledge : times.OfficeAcknowledge);
        return Begin(state, step.Touch(one), target, step.By.Actor, attempt: 1, station: 1, due, step.Draft).State;
    }

    public static (BuildingState State, CaseState Case) Begin(
        BuildingState state, CaseState one, RequestTarget target, ActorId asked, int attempt, int station, TimeSpan? due, DecisionDraft draft)
    {
        var voided = CaseMoves.Void(CaseMoves.EndRequest(one, null, draft), draft);
        var id = new RequestId(state.Admission.RequestCount + 1);
        var request = new Request(id, target, asked, draft.Now, attempt, station, voided.HeadCount) { Due = due };
        var waiting = CaseMoves.Move(voided with { Request = request }, CaseStatus.Waiting, null, draft);
        var facts = CaseMoves.Facts(waiting) with { Request = id, Target = target, Household = waiting.Household?.Household, HeadCount = waiting.HeadCount, Step = attempt };
        draft.Announce(new BuildingEvent(EventKind.RequestAsked, draft.At) { Actor = asked, Admission = facts });
        return (state.With(state.Admission with { RequestCount = id.Number }).With(waiting), waiting);
    }

    /// <summary>The next step of an escalation is due. A step tells somebody; none of them ever lets anybody in.</summary>
    public static BuildingState Escalate(BuildingState state, CaseState one, DecisionDraft draft)
    {
        var open = one.Request!;
        var times = state.Rules.Admission.Times;
        var ofControlRoom = open.Target == RequestTarget.ControlRoom;
        var answer = open.At + (ofControlRoom ? times.ControlRoomAnswer : times.OfficeAnswer);
        var number = draft.Now >= answer ? Math.Max(open.Escalations + 1, 2) : 1;
        var told = number switch
        {
            1 => ofControlRoom ? Role.ControlRoom : Role.OfficeDutyOfficer,
            2 => Role.TeamLead,
            _ => Role.CsSupervisor,
        };
        CaseMoves.Tell(EventKind.RequestEscalated, CaseMoves.Facts(one) with { Request = open.Id, Target = open.Target, Step = number, Told = told }, null, draft);
        TimeSpan? next = number switch
        {
            1 => answer,
            2 when !ofControlRoom => open.At + (2 * times.OfficeAnswer),
            _ => null,
        };
        return state.With(one with { Request = open with { Escalations = number, Due = next } });
    }
}
