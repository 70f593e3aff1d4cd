using System.Collections.Immutable;

namespace Bridge.Policy.Admission;

/// <summary>What the register says of a pass. Both days are included; the hours are from (included) until (excluded), in the site's time.</summary>
/// <param name="Lobbies">Where it may be used.</param>
public sealed record PassFacts(
    PassId Pass,
    DocumentStatus Status,
    DateOnly From,
    DateOnly Until,
    ImmutableSortedSet<DayOfWeek> Days,
    Credentials.DayInterval Hours,
    ImmutableSortedSet<LobbyId> Lobbies)
{
    public HouseholdId? Household { get; init; }
}
