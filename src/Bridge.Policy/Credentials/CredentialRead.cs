namespace Bridge.Policy.Credentials;

/// <summary>
/// A read with the register's answer. <paramref name="Number"/> is the device's own count of its reads: the same number again is the same read,
/// delivered twice. <paramref name="Age"/> is how long before <see cref="PolicyInput.At"/> the person was at the reader, where the device says so.
/// </summary>
/// <param name="Matches">The credentials that match; empty when unknown. A PIN may match several holders.</param>
/// <param name="QueuedWhileOffline">The read waited in the device while its line was down.</param>
public sealed record CredentialRead(
    CredentialKind Kind,
    uint Number,
    TimeSpan Age,
    bool QueuedWhileOffline,
    IReadOnlyList<CredentialFacts> Matches);
