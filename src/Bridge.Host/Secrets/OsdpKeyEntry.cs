namespace Bridge.Host.Secrets;

/// <summary>One reader in the key file. All are hexadecimal.</summary>
/// <param name="Key">Its own base key, 16 bytes; null where it is made from the site's master key and the client id.</param>
/// <param name="Pending">A key that an enrolment sent to the reader, or was about to send, 16 bytes. It becomes <paramref name="Key"/> when the reader has proved it.</param>
/// <param name="ClientId">What it says of itself in the handshake (cUID), 8 bytes; another reader in its place is noticed by it.</param>
/// <param name="Identity">The first 9 bytes of its PDID.</param>
internal sealed record OsdpKeyEntry(string? Key, string? Pending, string? ClientId, string? Identity)
{
    /// <summary>Shows nothing of a key.</summary>
    public override string ToString() => nameof(OsdpKeyEntry);
}
