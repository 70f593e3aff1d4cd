namespace Bridge.Devices.Osdp;

/// <summary>How a reader's line is protected at this moment.</summary>
public enum OsdpSecurityState
{
    /// <summary>No session: not reached yet, or not any more.</summary>
    NotYet,

    /// <summary>A session with the reader's own key is up.</summary>
    Secure,

    /// <summary>The handshake or a frame failed; the next attempt is held back.</summary>
    Held,

    /// <summary>Another device than the enrolled one answers.</summary>
    Replaced,

    /// <summary>There is no key for it: nothing is sent to it until a person enrols it.</summary>
    NotEnrolled,

    /// <summary>In clear, because the site says so.</summary>
    ClearByConfiguration,
}
