namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>A name as it was heard.</summary>
public sealed record NameBody(string Name, string? PhoneLast4 = null);
