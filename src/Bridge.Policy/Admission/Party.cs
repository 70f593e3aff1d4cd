namespace Bridge.Policy.Admission;

/// <summary>Who acts, in which role, and where. The host vouches for it: it comes from a signed-in session, never from a message's body.</summary>
/// <param name="Lobby">The lobby of the post; null for a role that serves the whole estate.</param>
public sealed record Party(ActorId Actor, Role Role, LobbyId? Lobby);
