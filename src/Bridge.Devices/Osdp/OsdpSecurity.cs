using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Osdp;

/// <summary>
/// What the site says of one OSDP reader. Without it a reader is not accepted: a secure channel is required unless the site says "clear" in so many
/// words.
/// </summary>
/// <param name="Secure">False: the site has said that this reader may speak in clear.</param>
/// <param name="Key">The reader's own base key (SCBK), 16 bytes; empty for a reader in clear and for one that is not enrolled. The line keeps a copy of its own and wipes that when it is
/// disposed of; this one belongs to whoever read it.</param>
/// <param name="ClientId">The 8 bytes that the reader says of itself in the handshake (cUID), as seen when it was enrolled; empty when that is not known.</param>
/// <param name="Identity">The first 9 bytes of its PDID (vendor 3, model, version, serial number 4), as seen when it was enrolled; empty when not known.</param>
public sealed record OsdpSecurity(bool Secure, ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte> ClientId, ReadOnlyMemory<byte> Identity)
{
    public const int KeyLength = 16;
    public const int ClientIdLength = 8;
    public const int IdentityLength = 9;

    /// <summary>The site's explicit word that a reader may be read in clear.</summary>
    public static OsdpSecurity Clear { get; } = new(Secure: false, default, default, default);

    /// <summary>Secure, and nobody has enrolled it yet: nothing is sent to it.</summary>
    public static OsdpSecurity NotEnrolled { get; } = new(Secure: true, default, default, default);

    /// <summary>
    /// A key of an enrolment that was cut short, 16 bytes; empty when there is none. The reader may have it: it is tried after <see cref="Key"/>, and nothing
    /// else is.
    /// </summary>
    public ReadOnlyMemory<byte> PendingKey { get; init; }

    public static OsdpSecurity WithKey(ReadOnlyMemory<byte> key) => new(Secure: true, key, default, default);

    /// <summary>A key made from the site's master key (16 bytes) and what the reader says of itself (cUID, 8 bytes).</summary>
    public static OsdpSecurity FromMaster(ReadOnlySpan<byte> master, ReadOnlyMemory<byte> clientId)
    {
        using var site = ReaderKey.From(master);
        using var key = KeyDiversification.Derive(site, clientId.Span);
        return WithKey(key.Bytes.ToArray()) with { ClientId = clientId };
    }

    /// <summary>Shows nothing of the key.</summary>
    public override string ToString() => Secure ? "secure" : "clear";
}
