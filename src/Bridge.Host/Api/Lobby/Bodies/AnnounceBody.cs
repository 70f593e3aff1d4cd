namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>A visitor on the way from the gate.</summary>
public sealed record AnnounceBody(string Lobby, string Unit, string? Visitor, int HeadCount, bool Confirmed, bool ClearedByControlRoom = false, string? OfficerOnRadio = null);
