using Bridge.Policy;

namespace Bridge.Host.Api.Endpoints;

internal sealed record DeskRequest(string Name, LobbyId? Lobby = null);
