namespace Bridge.Policy.Admission;

/// <summary>In which role somebody acts: the procedure's words.</summary>
public enum Role
{
    LobbyAssistant,
    TeamLead,
    CsSupervisor,
    GatePost,
    Patrol,
    ControlRoom,
    OfficeDutyOfficer,
    FrontDesk,
}
