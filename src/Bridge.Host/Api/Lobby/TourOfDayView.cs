namespace Bridge.Host.Api.Lobby;

/// <summary>A booked tour as its desk sees it.</summary>
/// <param name="Left">How many are still to come.</param>
/// <param name="Group">As the office booked it in the register; null for one that was booked without a name.</param>
public sealed record TourOfDayView(string Id, int HeadCount, int Left, DateTimeOffset From, DateTimeOffset Until, bool Cancelled, string? Group, string? Leader);
