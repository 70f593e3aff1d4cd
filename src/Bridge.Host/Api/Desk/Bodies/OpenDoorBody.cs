namespace Bridge.Host.Api.Desk.Bodies;

/// <summary>The open key.</summary>
public sealed record OpenDoorBody(string Door, string? ReopenReason = null, long? ClientSequence = null);
