namespace Bridge.Policy.Admission;

/// <summary>A tour as the office booked it: from (included) until (excluded), so many people in all.</summary>
public sealed record TourFacts(TourId Tour, LobbyId Lobby, int HeadCount, DateTimeOffset From, DateTimeOffset Until);
