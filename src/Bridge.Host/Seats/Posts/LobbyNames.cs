using System.Collections.Immutable;
using Bridge.Console;
using Bridge.Console.Doors;
using Bridge.Console.Posts;
using Bridge.Console.Posts.Questions;
using Bridge.Host.Runtime;
using Bridge.Policy;

namespace Bridge.Host.Seats.Posts;

/// <summary>What people call the lobbies and their doors.</summary>
internal sealed class LobbyNames(SeatNames seats, SiteHolder site, IDoorBoard board)
{
    public DisplayName Of(LobbyId lobby) => seats.Lobby(lobby);

    public DisplayName Of(DoorId door) => board.Current.Doors.FirstOrDefault(known => known.Id == door.Value)?.Name ?? new DisplayName(door.Value, door.Value);

    /// <summary>Those that somebody may choose among.</summary>
    public ImmutableArray<LobbyChoice> Choices(Func<LobbyId, bool> may) =>
        [.. site.Current.Rules.Admission.Lobbies.Keys.Where(may).Select(lobby => new LobbyChoice(lobby.Value, Of(lobby)))];

    public ImmutableArray<EmergencyDoor> Doors(Func<LobbyId, bool> may) =>
    [
        .. from lobby in site.Current.Rules.Admission.Lobbies.Values
           where may(lobby.Lobby)
           from door in lobby.Doors
           select new EmergencyDoor(lobby.Lobby.Value, door.Value, Of(lobby.Lobby), Of(door)),
    ];
}
