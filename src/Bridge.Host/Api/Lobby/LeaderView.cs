namespace Bridge.Host.Api.Lobby;

/// <summary>A listed leader, and how he is greeted.</summary>
public sealed record LeaderView(string Id, string Name, string Title, string AddressedAs);
