namespace Bridge.Host.Api.Desk.Bodies;

/// <summary>A leader of the list.</summary>
public sealed record LeaderBody(string Leader);
