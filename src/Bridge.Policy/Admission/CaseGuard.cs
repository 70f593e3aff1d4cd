namespace Bridge.Policy.Admission;

/// <summary>Who may do what at a desk: procedure section 0.6. Everything that is not said here is refused.</summary>
internal static class CaseGuard
{
    public static Refusal? Judge(BuildingState state, Party by, CaseAct act)
    {
        if (!MayAct(by.Role, act))
        {
            return Refusal.NotYourRole;
        }

        // A desk serves its lobby; only the team lead serves them all.
        if (by is { Role: Role.LobbyAssistant, Lobby: null })
        {
            return Refusal.NotYourLobby;
        }

        if (CaseOf(act) is not { } id)
        {
            return null;
        }

        if (!state.Admission.Cases.TryGetValue(id, out var one))
        {
            return Refusal.UnknownCase;
        }

        if (by.Lobby is { } lobby && lobby != one.Lobby)
        {
            return Refusal.NotYourLobby;
        }

        if (HeadCountOf(act) < 1)
        {
            return Refusal.WrongState;
        }

        return one.Ended && act is not (CaseAct.CompleteRecord or CaseAct.PressOpen) ? Refusal.CaseEnded : null;
    }

    /// <summary>The case that an act is about; null for those that open one or are about a record.</summary>
    public static CaseId? CaseOf(CaseAct act) => act switch
    {
        CaseAct.Open or CaseAct.EmergencyEntry or CaseAct.AmendRecord => null,
        CaseAct.ChangeCategory one => one.Case,
        CaseAct.RecogniseResident one => one.Case,
        CaseAct.NameHousehold one => one.Case,
        CaseAct.DescribeVisit one => one.Case,
        CaseAct.DescribeParty one => one.Case,
        CaseAct.Ask one => one.Case,
        CaseAct.HeardFromHousehold one => one.Case,
        CaseAct.TypeName one => one.Case,
        CaseAct.CompareAppearance one => one.Case,
        CaseAct.RecogniseLeader one => one.Case,
        CaseAct.PresentBadge one => one.Case,
        CaseAct.ConfirmEmployee one => one.Case,
        CaseAct.CompareLikeness one => one.Case,
        CaseAct.MatchAnnouncement one => one.Case,
        CaseAct.PresentPass one => one.Case,
        CaseAct.PresentTour one => one.Case,
        CaseAct.UsePaperSheet one => one.Case,
        CaseAct.PressOpen one => one.Case,
        CaseAct.Hold one => one.Case,
        CaseAct.HostAtDoor one => one.Case,
        CaseAct.Cancel one => one.Case,
        CaseAct.Refuse one => one.Case,
        CaseAct.CompleteRecord one => one.Case,
        _ => throw new System.Diagnostics.UnreachableException($"No case for {act.GetType().Name}."),
    };

    // Nobody is no party, and a party of less would add to what a booking has left.
    private static int? HeadCountOf(CaseAct act) => act switch
    {
        CaseAct.DescribeVisit one => one.HeadCount,
        CaseAct.DescribeParty one => one.HeadCount,
        CaseAct.MatchAnnouncement one => one.HeadCount,
        CaseAct.PresentTour one => one.HeadCount,
        _ => null,
    };

    private static bool MayAct(Role role, CaseAct act) => act switch
    {
        CaseAct.EmergencyEntry => role is Role.LobbyAssistant or Role.TeamLead or Role.ControlRoom or Role.OfficeDutyOfficer,
        CaseAct.UsePaperSheet => role is Role.TeamLead,
        CaseAct.AmendRecord => role is Role.TeamLead or Role.CsSupervisor or Role.LobbyAssistant,
        _ => role is Role.LobbyAssistant or Role.TeamLead,
    };
}
