using Bridge.Console.Desk;
using Bridge.Console.Doors;
using Bridge.Console.Seats;
using Bridge.Host.Accounts;
using Bridge.Host.Configuration;
using Bridge.Host.Runtime;
using Bridge.Policy;

namespace Bridge.Host.Seats;

/// <summary>Roles and lobbies as the pages know them.</summary>
internal sealed class SeatNames(SiteHolder site)
{
    public DisplayName Lobby(LobbyId lobby) =>
        site.Current.Wiring.Lobbies.FirstOrDefault(known => known.Lobby == lobby) is { } known
            ? new DisplayName(known.Chinese, known.English)
            : new DisplayName(lobby.Value, lobby.Value);

    /// <summary>Of the desk of a lobby; of a desk of all lobbies those of the first one.</summary>
    public DeskKeys Keys(LobbyId? lobby) => site.Current.Wiring.Lobbies.FirstOrDefault(known => lobby is null || known.Lobby == lobby)?.Keys ?? new DeskKeys();

    public static SeatRole Of(Role role) => role switch
    {
        Role.LobbyAssistant => SeatRole.LobbyAssistant,
        Role.TeamLead => SeatRole.TeamLead,
        Role.CsSupervisor => SeatRole.CsSupervisor,
        Role.GatePost => SeatRole.GatePost,
        Role.Patrol => SeatRole.Patrol,
        Role.ControlRoom => SeatRole.ControlRoom,
        Role.OfficeDutyOfficer => SeatRole.OfficeDutyOfficer,
        Role.FrontDesk => SeatRole.FrontDesk,
        Role.Administrator => SeatRole.Administrator,
        Role.Auditor => SeatRole.Auditor,
    };

    public static Role Of(SeatRole role) => role switch
    {
        SeatRole.LobbyAssistant => Role.LobbyAssistant,
        SeatRole.TeamLead => Role.TeamLead,
        SeatRole.CsSupervisor => Role.CsSupervisor,
        SeatRole.GatePost => Role.GatePost,
        SeatRole.Patrol => Role.Patrol,
        SeatRole.ControlRoom => Role.ControlRoom,
        SeatRole.OfficeDutyOfficer => Role.OfficeDutyOfficer,
        SeatRole.FrontDesk => Role.FrontDesk,
        SeatRole.Administrator => Role.Administrator,
        SeatRole.Auditor => Role.Auditor,
    };
}
