namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>Why somebody has to see who it was.</summary>
public sealed record UnmaskBody(DisclosureReason Reason);
