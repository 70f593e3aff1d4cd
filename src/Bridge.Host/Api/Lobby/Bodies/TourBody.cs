namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>A tour to be booked.</summary>
public sealed record TourBody(string Lobby, int HeadCount, DateTimeOffset From, DateTimeOffset Until);
