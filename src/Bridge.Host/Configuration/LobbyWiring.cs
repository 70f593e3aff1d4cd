using Bridge.Policy;

namespace Bridge.Host.Configuration;

/// <summary>One lobby of the site, and what people call it. A site that gives one name uses it for both.</summary>
public sealed record LobbyWiring(LobbyId Lobby, string Chinese, string English);
