using Bridge.Policy;

namespace Bridge.Host.Accounts;

/// <summary>A role at a place: what one request is judged by.</summary>
/// <param name="Lobby">Null is the whole estate.</param>
public sealed record Post(Role Role, LobbyId? Lobby);
