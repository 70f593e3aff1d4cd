namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>The visit is confirmed.</summary>
public sealed record ConfirmBody(bool ClearedByControlRoom = false);
