namespace Bridge.Devices.Osdp.Doctor;

/// <summary>How a reader answers to the beginning of a handshake with the standard's default key.</summary>
public enum SecureOffer
{
    /// <summary>No sense could be made of its answer.</summary>
    Unclear,

    /// <summary>It knows no secure channel at all (NAK 3).</summary>
    None,

    /// <summary>It answers with the default key: it is new, or in install mode, and whoever reaches its wires can make it his own.</summary>
    DefaultKey,

    /// <summary>It has a key of its own and does not take the default one.</summary>
    OwnKeyOnly,

    /// <summary>It stays silent when it is asked, though it answers otherwise.</summary>
    Silent,
}
