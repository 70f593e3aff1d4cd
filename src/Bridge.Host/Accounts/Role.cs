namespace Bridge.Host.Accounts;

/// <summary>In which role somebody acts: the procedure's posts, and two that only look after the service itself.</summary>
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
    Administrator,
    Auditor,
}
