namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>Records whose people are to be forgotten.</summary>
public sealed record ErasureBody(IReadOnlyList<string> Records, ErasureGround Ground);
