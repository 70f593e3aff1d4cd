using Bridge.Policy;

namespace Bridge.Host.Api;

/// <summary>Which lobby a door belongs to.</summary>
/// <param name="of">Null for a door of no lobby, which only a reach over all lobbies sees.</param>
public sealed class LobbyDoors(Func<DoorId, LobbyId?> of)
{
    /// <summary>The lobby of a site that names none.</summary>
    public const string OnlyLobby = "main";

    public static LobbyDoors One { get; } = new(_ => new LobbyId(OnlyLobby));

    public LobbyId? Of(DoorId door) => of(door);
}
