namespace Bridge.Policy.Admission;

/// <summary>Names what was written down about a person without saying any of it.</summary>
/// <param name="Digest">Keyed digest of the sealed row, so that the journal shows if the row was changed.</param>
public sealed record SealedPerson(PersonId Person, string Digest);
