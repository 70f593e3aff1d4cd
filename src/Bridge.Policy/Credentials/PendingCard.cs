namespace Bridge.Policy.Credentials;

/// <summary>A card that was accepted and waits for the PIN of its holder.</summary>
/// <param name="Until">Until then, included, the PIN counts.</param>
public sealed record PendingCard(CredentialFacts Card, AccessId Access, TimeSpan Until);
