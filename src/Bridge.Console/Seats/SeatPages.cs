using System.Collections.Immutable;

namespace Bridge.Console.Seats;

/// <summary>The page at which each role works.</summary>
public static class SeatPages
{
    public static ImmutableArray<string> All { get; } = [.. Enum.GetValues<SeatRole>().Select(PathOf).Where(path => path != "/").Distinct()];

    public static string PathOf(SeatRole role) => role switch
    {
        SeatRole.LobbyAssistant or SeatRole.TeamLead => "/desk",
        SeatRole.GatePost => "/gate",
        SeatRole.ControlRoom => "/control-room",
        SeatRole.OfficeDutyOfficer => "/office",
        SeatRole.Patrol => "/patrol",
        SeatRole.FrontDesk => "/front-desk",
        SeatRole.CsSupervisor or SeatRole.Administrator or SeatRole.Auditor => "/",
    };
}
