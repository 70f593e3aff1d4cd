namespace Bridge.Policy.Admission;

/// <summary>What the register says of a household when a decision needs it.</summary>
/// <param name="ThroughControlRoom">A special household: the lobby never calls it.</param>
/// <param name="Stations">How many registered stations or numbers can be called, in their order.</param>
public sealed record HouseholdFacts(HouseholdId Household, LobbyId Lobby, bool ThroughControlRoom, int Stations);
