namespace Bridge.Journal.Residents;

/// <summary>What deciding needs to know of a household. No names.</summary>
/// <param name="Special">The control room asks; the desk never calls.</param>
/// <param name="Stations">Numbers in the order in which they are called.</param>
/// <param name="HasAppearanceData">Of at least one member who lives here.</param>
/// <param name="ActiveMembers">Who live here on the day and are not barred.</param>
public sealed record HouseholdFacts(
    string Household, string Lobby, bool Special, IReadOnlyList<string> Stations, bool HasAppearanceData, int ActiveMembers, bool ChildrenMayAnswer);
