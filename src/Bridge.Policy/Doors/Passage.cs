namespace Bridge.Policy.Doors;

/// <summary>A grant whose entry window is still open and that nobody has used yet.</summary>
/// <param name="Until">End of the entry window, included.</param>
/// <param name="Watched">The contact was closed at the grant and has been readable since, so "nobody opened" would be seen.</param>
public sealed record Passage(AccessId Access, AccessPointId AccessPoint, CredentialId Credential, bool Extended, TimeSpan Until, bool Watched);
