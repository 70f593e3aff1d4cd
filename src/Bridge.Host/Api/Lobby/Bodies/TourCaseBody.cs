namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>These are people of a booked tour.</summary>
public sealed record TourCaseBody(string Tour, int HeadCount);
