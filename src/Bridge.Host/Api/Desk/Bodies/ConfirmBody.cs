namespace Bridge.Host.Api.Desk.Bodies;

/// <summary>The visit is confirmed.</summary>
public sealed record ConfirmBody(bool ClearedByControlRoom = false);
