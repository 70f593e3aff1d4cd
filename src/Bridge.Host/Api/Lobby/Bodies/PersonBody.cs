namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>Who it is.</summary>
public sealed record PersonBody(string Name);
