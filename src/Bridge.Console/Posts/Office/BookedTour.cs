using Bridge.Console.Doors;

namespace Bridge.Console.Posts.Office;

/// <summary>A tour in the book.</summary>
/// <param name="From">In the site's time zone.</param>
/// <param name="ToCome">Of its people how many are still to come.</param>
public sealed record BookedTour(string Id, DisplayName Lobby, DateTimeOffset From, DateTimeOffset Until, int HeadCount, int ToCome);
