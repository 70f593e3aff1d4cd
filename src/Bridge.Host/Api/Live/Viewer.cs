using Bridge.Host.Accounts;
using Bridge.Policy;

namespace Bridge.Host.Api.Live;

/// <summary>For whose eyes a picture is made.</summary>
/// <param name="Role">Null for another system.</param>
/// <param name="Lobby">Null is the whole estate.</param>
public sealed record Viewer(Role? Role, LobbyId? Lobby, Reach Reach)
{
    /// <summary>The one place that says what a caller sees of a kind; null when nothing.</summary>
    public static Viewer? Of(Caller caller, Permission permission) =>
        caller.ReachOf(permission) is var reach && reach == Reach.None ? null : new Viewer(caller.Post?.Role, caller.Lobby, reach);

    /// <summary>Whether his post also includes something else of that lobby; another system's token never does.</summary>
    public bool Has(Permission permission, LobbyId? lobby) => Role is { } role && (this with { Reach = PermissionTable.Of(role, permission) }).Sees(lobby);

    public bool Sees(LobbyId? lobby) => Reach == Reach.All || (Reach == Reach.OwnLobby && (Lobby is null || Lobby == lobby));
}
