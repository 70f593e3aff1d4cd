namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>Yes or no.</summary>
public sealed record YesNoBody(bool Yes);
