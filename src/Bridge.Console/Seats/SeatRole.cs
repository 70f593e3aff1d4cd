namespace Bridge.Console.Seats;

/// <summary>In which role somebody sits at a page.</summary>
public enum SeatRole
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
