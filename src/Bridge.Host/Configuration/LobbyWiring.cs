using Bridge.Console.Desk;
using Bridge.Policy;

namespace Bridge.Host.Configuration;

/// <summary>One lobby of the site, and what people call it. A site that gives one name uses it for both.</summary>
public sealed record LobbyWiring(LobbyId Lobby, string Chinese, string English)
{
    /// <summary>The keys of its desk's keyboard.</summary>
    public DeskKeys Keys { get; init; } = new();
}
