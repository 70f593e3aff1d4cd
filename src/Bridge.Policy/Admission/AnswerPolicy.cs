namespace Bridge.Policy.Admission;

/// <summary>The control room and the office take up a question and answer it. Late, second, and somebody else's answers do nothing.</summary>
internal static class AnswerPolicy
{
    public static BuildingState Decide(BuildingState state, PolicyInput.RequestActed input, DecisionDraft draft)
    {
        var step = new Step(input.By, draft);
        if (state.Admission.Cases.Values.FirstOrDefault(one => one.Request?.Id == input.Act.Request) is { } asked)
        {
            return Judge(asked, asked.Request!, input.By) is { } why ? Ignore(state, asked, input, why, draft) : Take(state, asked, input.Act, step);
        }

        var answered = state.Admission.Cases.Values.FirstOrDefault(one => one.Evidence.Exists(piece => piece.Request == input.Act.Request));
        return answered is not null && input.Act is RequestAct.Reply { Answer: Answer.No } && answered.Status != CaseStatus.Opening
            && Withdraws(answered, input) ? Withdraw(state, answered, step) : Ignore(state, answered, input, Refusal.RequestNotOpen, draft);
    }

    private static Refusal? Judge(CaseState one, Request open, Party by)
    {
        if (!IsParty(one, open.Target, by.Role))
        {
            return Refusal.WrongParty;
        }

        return by.Actor == open.Asked || by.Actor == one.Owner ? Refusal.OwnRequest : null;
    }

    // An employee without his badge may be confirmed by the supervisor too.
    private static bool IsParty(CaseState one, RequestTarget target, Role role) => target switch
    {
        RequestTarget.ControlRoom => role == Role.ControlRoom,
        RequestTarget.Office => role == Role.OfficeDutyOfficer || (one.Category == Category.Employee && role == Role.CsSupervisor),
        RequestTarget.Household => false,
    };

    private static BuildingState Take(BuildingState state, CaseState one, RequestAct act, Step step) => act switch
    {
        RequestAct.Acknowledge => Acknowledge(state, one, step),
        RequestAct.Reply reply => Reply(state, one, reply, step),
        _ => throw new System.Diagnostics.UnreachableException($"No rule for {act.GetType().Name}."),
    };

    private static BuildingState Acknowledge(BuildingState state, CaseState one, Step step)
    {
        var open = one.Request!;
        if (open.AcknowledgedBy is not null)
        {
            return state;
        }

        CaseMoves.Tell(EventKind.RequestAcknowledged, CaseMoves.Facts(one, step.By) with { Request = open.Id, Target = open.Target }, step.By, step.Draft);
        var times = state.Rules.Admission.Times;
        var answer = open.At + (open.Target == RequestTarget.ControlRoom ? times.ControlRoomAnswer : times.OfficeAnswer);
        var due = answer > step.Now ? answer : open.Due;
        return state.With(one with { Request = open with { AcknowledgedBy = step.By.Actor, Due = due } });
    }

    private static BuildingState Reply(BuildingState state, CaseState one, RequestAct.Reply reply, Step step)
    {
        var open = one.Request!;
        var facts = CaseMoves.Facts(one, step.By) with { Request = open.Id, Target = open.Target, Answer = reply.Answer, HeadCount = reply.HeadCount, Person = reply.Reason };
        CaseMoves.Tell(EventKind.RequestAnswered, facts, step.By, step.Draft);
        var answered = one with { Request = null };
        var ofControlRoom = open.Target == RequestTarget.ControlRoom;
        switch (reply.Answer)
        {
            case Answer.Yes:
                return Yes(state, answered, open, reply.HeadCount ?? open.HeadCount, step);
            case Answer.No:
                return step.End(state, answered, ofControlRoom ? Refusal.ControlRoomRefused : Refusal.OfficeRefused);
            case Answer.Later:
                return step.End(state, answered, Refusal.ToldLater);
            case Answer.Coming:
                return state.With(CaseMoves.Touch(CaseMoves.Move(answered, CaseStatus.Holding, step.By, step.Draft), step.Draft));
            case Answer.NobodyAnswers:
                return ofControlRoom ? NamePolicy.NobodyIn(state, answered, step.By, step.Draft) : step.End(state, answered, Refusal.OfficeRefused);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static BuildingState Yes(BuildingState state, CaseState one, Request open, int headCount, Step step)
    {
        var times = state.Rules.Admission.Times;
        var (kind, time) = (open.Target, one.Category) switch
        {
            (RequestTarget.ControlRoom, _) => (EvidenceKind.ControlRoomYes, times.ControlRoomConsent),
            (_, Category.Employee) => (EvidenceKind.ForgottenBadgeConfirmed, times.Consent),
            _ => (EvidenceKind.OfficeYes, times.OfficeConsent),
        };
        return CaseMoves.Give(state, one, new Evidence(default, kind, step.By.Actor, open.Id, step.Now, step.Now + time, headCount), step.By, step.Draft);
    }

    private static bool Withdraws(CaseState one, PolicyInput.RequestActed input) =>
        one.Evidence.Exists(piece => piece.Request == input.Act.Request && piece.Kind switch
        {
            EvidenceKind.ControlRoomYes => input.By.Role == Role.ControlRoom,
            EvidenceKind.OfficeYes => input.By.Role == Role.OfficeDutyOfficer,
            EvidenceKind.ForgottenBadgeConfirmed => input.By.Role is Role.OfficeDutyOfficer or Role.CsSupervisor,
            _ => false,
        });

    private static BuildingState Withdraw(BuildingState state, CaseState one, Step step)
    {
        var ofControlRoom = one.Evidence.Exists(piece => piece.Kind == EvidenceKind.ControlRoomYes);
        return step.End(state, CaseMoves.Void(one, step.Draft), ofControlRoom ? Refusal.ControlRoomRefused : Refusal.OfficeRefused);
    }

    private static BuildingState Ignore(BuildingState state, CaseState? one, PolicyInput.RequestActed input, Refusal why, DecisionDraft draft)
    {
        var facts = one is null ? new AdmissionFacts { Lobby = input.By.Lobby } : CaseMoves.Facts(one);
        CaseMoves.Tell(EventKind.AnswerIgnored, facts with { Request = input.Act.Request, Refusal = why, Role = input.By.Role }, input.By, draft);
        return CaseMoves.Refuse(state, input.By, one, why, draft);
    }
}
