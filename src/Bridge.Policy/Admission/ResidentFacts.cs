namespace Bridge.Policy.Admission;

/// <summary>What the register says of one resident.</summary>
public sealed record ResidentFacts(ResidentId Resident, HouseholdFacts Household, ResidentStanding Standing);
