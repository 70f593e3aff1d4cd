namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>The unit that somebody names as his own, and what he calls himself.</summary>
public sealed record HouseholdBody(string Unit, string? ClaimedName = null);
