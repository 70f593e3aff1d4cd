namespace Bridge.Devices.Osdp.Frames;

/// <summary>Why bytes are no frame.</summary>
internal enum FrameFault
{
    None,

    /// <summary>The length field is below the shortest or above the longest frame, or differs from the bytes given.</summary>
    Length,

    /// <summary>A reserved control bit is set: an older draft of the protocol, or noise.</summary>
    ReservedBits,

    /// <summary>CRC or checksum.</summary>
    Check,

    /// <summary>The check is right but the security block or the authentication code does not fit into the frame.</summary>
    SecurityBlock,
}
