namespace Bridge.Journal.Residents;

/// <param name="Type">For example decoration, newspaper, milk, cleaning, repair.</param>
/// <param name="Lobbies">Where it counts.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidUntil">The last day.</param>
/// <param name="Issuer">The account that issued it.</param>
public sealed record AccessPass(
    string Number, string Type, string Holder, IReadOnlyList<string> Lobbies, DateOnly ValidFrom, DateOnly ValidUntil, PassStatus Status, string Issuer)
{
    public string? Company { get; init; }

    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>The id of the one household that it is for; null when it is for none in particular.</summary>
    public string? Household { get; init; }

    public PassDays Days { get; init; } = PassDays.All;

    /// <summary>From when in the day; null for the whole day.</summary>
    public TimeOnly? HoursFrom { get; init; }

    /// <summary>Until when; earlier than its beginning when it goes over midnight.</summary>
    public TimeOnly? HoursUntil { get; init; }

    public override string ToString() => Number;
}
