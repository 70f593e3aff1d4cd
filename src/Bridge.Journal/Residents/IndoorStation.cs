namespace Bridge.Journal.Residents;

/// <param name="Household">The household's id.</param>
/// <param name="Position">1 is called first, 2 when it does not work.</param>
/// <param name="Number">The unit's number at the intercom, or a telephone's.</param>
public sealed record IndoorStation(string Household, int Position, string Number);
