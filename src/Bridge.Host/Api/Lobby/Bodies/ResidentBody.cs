namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>A resident of the directory whom the assistant knows.</summary>
public sealed record ResidentBody(string Resident);
