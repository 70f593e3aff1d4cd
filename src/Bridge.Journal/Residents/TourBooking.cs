namespace Bridge.Journal.Residents;

/// <param name="Name">The group's.</param>
/// <param name="Leader">Who leads it.</param>
/// <param name="Department">Who receives it.</param>
public sealed record TourBooking(
    string Id, string Name, string Leader, string Department, int HeadCount, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool Cancelled)
{
    /// <summary>Null: the site has one only.</summary>
    public string? Lobby { get; init; }

    public override string ToString() => Id;
}
