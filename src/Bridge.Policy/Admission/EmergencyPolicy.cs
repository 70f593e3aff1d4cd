namespace Bridge.Policy.Admission;

/// <summary>Police, fire brigade, ambulance: the door opens on a reason, and everybody who has to know is told at once.</summary>
internal static class EmergencyPolicy
{
    public static BuildingState Enter(BuildingState state, CaseAct.EmergencyEntry act, Step step)
    {
        // A full list must not keep an ambulance out.
        if (CaseOpening.Judge(state, act.Lobby, act.Door, step.By) is { } why and not Refusal.TooMany)
        {
            return CaseMoves.Refuse(state, step.By, null, why, step.Draft);
        }

        var draft = new CaseState(default, act.Lobby, act.Door, Category.Emergency, step.Now) { Owner = step.By.Actor, Reference = act.Reason.ToString() };
        var (opened, one) = CaseOpening.Begin(state, draft, step.By, step.Draft);
        foreach (var told in (Role[])[Role.OfficeDutyOfficer, Role.ControlRoom, Role.TeamLead])
        {
            CaseMoves.Notify(one, told, null, step.Draft);
        }

        var given = step.Give(opened, one, EvidenceKind.EmergencyReason, state.Rules.Admission.Times.Grant);
        return GrantPolicy.Press(given, given.Admission.Cases[one.Case], new CaseAct.PressOpen(one.Case, act.Door, null, null), step);
    }
}
