namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>The number of a sheet of paper.</summary>
public sealed record PaperBody(string Sheet);
