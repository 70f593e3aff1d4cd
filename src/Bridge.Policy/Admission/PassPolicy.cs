namespace Bridge.Policy.Admission;

/// <summary>Item 8: check, record, release, in this order. The key stays dead until the line is on disk.</summary>
internal static class PassPolicy
{
    public static BuildingState Present(BuildingState state, CaseState one, CaseAct.PresentPass act, Step step)
    {
        if (one.Category != Category.PassHolder || one.Status is not (CaseStatus.Open or CaseStatus.Verifying or CaseStatus.Cleared))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        // Another pass than the one that was recorded is another case.
        if (one.Record is not null && one.Reference != act.Pass?.Pass.Value)
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        var shown = one with { Reference = act.Pass?.Pass.Value, Person = act.Person ?? one.Person };
        if (WrongWith(act.Pass, one.Lobby, step.Draft.At.Judged().DateTime) is { } why)
        {
            return step.End(state, shown, why);
        }

        var kept = shown with { Evidence = shown.Evidence.RemoveAll(piece => piece.Kind is EvidenceKind.PassChecked or EvidenceKind.LikenessAgrees) };
        return step.Give(state, kept, EvidenceKind.PassChecked, state.Rules.Admission.Times.Consent);
    }

    /// <summary>The bearer is who the pass says: his line is written, and only when it is stored the key may come alive.</summary>
    public static BuildingState Record(BuildingState state, CaseState one, Step step)
    {
        if (one.Record is not null)
        {
            return state;
        }

        var recording = CaseMoves.Move(one, CaseStatus.Recording, step.By, step.Draft);
        return RecordPolicy.WriteBefore(state.With(recording), recording, step);
    }

    /// <summary>The line is on disk.</summary>
    public static BuildingState Stored(BuildingState state, PolicyInput.RecordStored input, DecisionDraft draft)
    {
        if (!state.Admission.Cases.TryGetValue(input.Case, out var one) || one.Status != CaseStatus.Recording || one.Record != input.Record)
        {
            return state;
        }

        return CaseMoves.Give(state, one, Stands(state, EvidenceKind.RecordStored, null, draft), null, draft);
    }

    /// <summary>The line could not be stored; a numbered sheet of paper stands for it, once.</summary>
    public static BuildingState Paper(BuildingState state, CaseState one, string sheet, Step step)
    {
        if (one.Category != Category.PassHolder || one.Status is not (CaseStatus.Recording or CaseStatus.Verifying)
            || !EvidenceCheck.Holds(one, EvidenceKind.LikenessAgrees, step.Now) || string.IsNullOrWhiteSpace(sheet))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        if (state.Admission.PaperSheets.Contains(sheet))
        {
            return step.Refuse(state, one, Refusal.PaperSheetUsed);
        }

        var used = state.With(state.Admission with { PaperSheets = state.Admission.PaperSheets.Add(sheet) });
        var noted = step.Touch(one) with { PaperSheet = sheet };
        used = RecordPolicy.Change(used, noted, RecordChangeKind.OnPaper, step.By, step.Draft, detail: sheet);
        return CaseMoves.Give(used, noted, Stands(state, EvidenceKind.PaperRecord, step.By.Actor, step.Draft), step.By, step.Draft);
    }

    private static Evidence Stands(BuildingState state, EvidenceKind kind, ActorId? by, DecisionDraft draft) =>
        new(default, kind, by, null, draft.Now, draft.Now + state.Rules.Admission.Times.Idle, HeadCount: null);

    private static Refusal? WrongWith(PassFacts? pass, LobbyId lobby, DateTime now)
    {
        if (pass is null)
        {
            return Refusal.PassUnknown;
        }

        var today = DateOnly.FromDateTime(now);
        return pass.Status switch
        {
            DocumentStatus.Lost => Refusal.PassLost,
            DocumentStatus.Suspended or DocumentStatus.Withdrawn => Refusal.PassWithdrawn,
            _ when today > pass.Until => Refusal.PassExpired,
            _ when today < pass.From => Refusal.PassNotYetValid,
            _ when !pass.Lobbies.Contains(lobby) => Refusal.PassWrongArea,
            _ when !pass.Days.Contains(now.DayOfWeek) => Refusal.PassWrongDay,
            _ when now.TimeOfDay < pass.Hours.From || now.TimeOfDay >= pass.Hours.Until => Refusal.PassOutsideHours,
            _ => null,
        };
    }
}
