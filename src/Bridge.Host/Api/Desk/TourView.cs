namespace Bridge.Host.Api.Desk;

/// <summary>A tour that was booked.</summary>
public sealed record TourView(string Id);
