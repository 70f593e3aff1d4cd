namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>The number of a badge or a pass.</summary>
public sealed record NumberBody(string Number);
