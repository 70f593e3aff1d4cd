namespace Bridge.Host.Api.Lobby;

/// <summary>A tour that was booked.</summary>
public sealed record TourView(string Id);
