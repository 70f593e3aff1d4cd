using Bridge.Policy;

namespace Bridge.Host.Api.Endpoints;

internal sealed record ClientRequest(string Name, IReadOnlyList<string> Scopes, int Days, LobbyId? Lobby = null);
