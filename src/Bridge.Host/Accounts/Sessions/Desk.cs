using Bridge.Policy;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>An enrolled desk.</summary>
/// <param name="Lobby">Null is a desk of the whole estate: control room, office.</param>
public sealed record Desk(string Id, string Name, LobbyId? Lobby);
