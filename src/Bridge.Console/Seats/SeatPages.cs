using System.Collections.Immutable;

namespace Bridge.Console.Seats;

/// <summary>The page at which each role works, and the others that it has beside it.</summary>
public static class SeatPages
{
    /// <summary>All that belong to some role and not to everybody.</summary>
    public static ImmutableArray<string> All { get; } = [.. Enum.GetValues<SeatRole>().SelectMany(role => OfRole(role)).Where(path => path != "/").Distinct()];

    public static string PathOf(SeatRole role) => role switch
    {
        SeatRole.LobbyAssistant or SeatRole.TeamLead => "/desk",
        SeatRole.GatePost => "/gate",
        SeatRole.ControlRoom => "/control-room",
        SeatRole.OfficeDutyOfficer => "/office",
        SeatRole.Patrol => "/patrol",
        SeatRole.FrontDesk => "/front-desk",
        SeatRole.CsSupervisor => "/supervision",
        SeatRole.Administrator => "/accounts",
        SeatRole.Auditor => "/journal",
    };

    /// <summary>Every page of a role, its own first.</summary>
    public static ImmutableArray<string> OfRole(SeatRole role) =>
        [PathOf(role), .. Shared.Where(page => page.Value.Contains(role)).Select(page => page.Key).Where(path => path != PathOf(role))];

    public static bool Has(SeatRole role, string path) => OfRole(role).Contains(path);

    /// <summary>The pages that several roles have, in the order of the menu.</summary>
    private static ImmutableArray<KeyValuePair<string, ImmutableArray<SeatRole>>> Shared =>
    [
        new("/supervision", [SeatRole.CsSupervisor, SeatRole.TeamLead, SeatRole.ControlRoom]),
        new("/visitor-log", [
            SeatRole.LobbyAssistant, SeatRole.TeamLead, SeatRole.GatePost, SeatRole.FrontDesk, SeatRole.CsSupervisor, SeatRole.ControlRoom, SeatRole.OfficeDutyOfficer, SeatRole.Auditor,
        ]),
        new("/duty-log", [SeatRole.LobbyAssistant, SeatRole.TeamLead, SeatRole.CsSupervisor, SeatRole.ControlRoom, SeatRole.OfficeDutyOfficer, SeatRole.Auditor]),
        new("/register", [SeatRole.OfficeDutyOfficer, SeatRole.CsSupervisor, SeatRole.ControlRoom]),
        new("/register/changes", [SeatRole.OfficeDutyOfficer, SeatRole.CsSupervisor, SeatRole.Auditor]),
        new("/credentials", [SeatRole.OfficeDutyOfficer, SeatRole.TeamLead, SeatRole.CsSupervisor, SeatRole.ControlRoom]),
        new("/health", [SeatRole.CsSupervisor, SeatRole.ControlRoom, SeatRole.Administrator, SeatRole.Auditor]),
        new("/delivery", [SeatRole.CsSupervisor, SeatRole.Administrator, SeatRole.Auditor]),
        new("/retention", [SeatRole.FrontDesk, SeatRole.CsSupervisor, SeatRole.OfficeDutyOfficer, SeatRole.Auditor]),
        new("/", [SeatRole.Administrator, SeatRole.Auditor]),
    ];
}
