namespace Bridge.Devices.Osdp.Doctor;

/// <summary>Somebody answers at an address.</summary>
/// <param name="Baud">Null behind a network.</param>
public sealed record FoundReader(int? Baud, byte Address)
{
    /// <summary>Null when every answer was damaged.</summary>
    public ReaderIdentity? Identity { get; init; }

    /// <summary>What it says that it can do, in words; nothing of it is authenticated.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public SecureOffer Secure { get; init; }

    /// <summary>Two devices have this address: replies come twice, from different identities, or mixed into one another.</summary>
    public bool IsClash { get; init; }
}
