namespace Bridge.Policy.Credentials;

/// <summary>What was made of one read: no reason means that it opens, and <paramref name="AskPin"/> that half of it is done.</summary>
/// <param name="WrongPin">Counts towards the lock-out of the keypad.</param>
internal readonly record struct Verdict(DenyReason? Reason, CredentialFacts? Credential, string? Detail = null, bool WrongPin = false, bool AskPin = false);
