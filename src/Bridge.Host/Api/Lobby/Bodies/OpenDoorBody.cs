namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>The open key.</summary>
public sealed record OpenDoorBody(string Door, ReopenReason? ReopenReason = null, long? ClientSequence = null);
