namespace Bridge.Console.Desk;

/// <summary>A booked tour that may come now.</summary>
/// <param name="HeadCount">Of its people how many are still to come.</param>
public sealed record TourRow(string Id, DateTimeOffset From, DateTimeOffset Until, int HeadCount);
