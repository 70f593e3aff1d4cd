namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>A leader of the list.</summary>
public sealed record LeaderBody(string Leader);
