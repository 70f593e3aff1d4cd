namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>Who visits whom, and where.</summary>
public sealed record VisitBody(string Visitor, string Host, string Unit, int HeadCount = 1, string? Organisation = null, string? Purpose = null, string? Phone = null);
