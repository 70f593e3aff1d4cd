using Bridge.Console.Doors;
using Bridge.Console.Seats;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Configuration;
using Bridge.Host.Runtime;
using Microsoft.AspNetCore.Components.Authorization;

namespace Bridge.Host.Seats;

/// <summary>Whose page this is. The session is looked up each time anew: one that was ended opens nothing, whatever the page still shows.</summary>
internal sealed class SeatHolder(AuthenticationStateProvider authentication, SessionBook sessions, Credentials credentials, SiteHolder site) : ISeat
{
    private Session? session;

    public CancellationToken Ended => session?.Ended ?? new CancellationToken(canceled: true);

    /// <summary>Null when the page is nobody's any more.</summary>
    public async Task<Caller?> CallerAsync()
    {
        var state = await authentication.GetAuthenticationStateAsync();
        session = state.User.FindFirst(SessionScheme.SessionClaim) is { Value: var id } ? sessions.OfId(id) : null;
        return session is { IsPending: false, Post: not null } ? new Caller(session, null) : null;
    }

    public async Task<SeatView?> FindAsync(CancellationToken cancellationToken)
    {
        if (await CallerAsync() is not { Session: { } known, Post: { } post } || await credentials.OfIdAsync(known.AccountId, cancellationToken) is not { } account)
        {
            return null;
        }

        var lobby = post.Lobby is { } id ? LobbyName(id.Value) : null;
        return new SeatView(account.DisplayName, SeatOf(post.Role), post.Lobby?.Value, lobby);
    }

    public void Stay()
    {
        if (session is { } known)
        {
            sessions.Use(known);
        }
    }

    private DisplayName LobbyName(string id) =>
        site.Current.Wiring.Lobbies.FirstOrDefault(lobby => lobby.Lobby.Value == id) is { } known ? new DisplayName(known.Chinese, known.English) : new DisplayName(id, id);

    private static SeatRole SeatOf(Role role) => role switch
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
}
