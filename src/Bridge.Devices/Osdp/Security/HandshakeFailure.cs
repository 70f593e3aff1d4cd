namespace Bridge.Devices.Osdp.Security;

/// <summary>What was wrong with a reply of the handshake, in the order in which it is looked at.</summary>
internal enum HandshakeFailure
{
    None,
    WrongAddress,
    WrongSequence,

    /// <summary>A NAK: the reader has no such key, or wants to start again with sequence number 0.</summary>
    Refused,

    /// <summary>Another reply than the one due.</summary>
    UnexpectedReply,
    WrongBlock,

    /// <summary>The reader speaks of another key than we do: the bait of somebody who knows only the default key.</summary>
    WrongSelector,
    WrongLength,

    /// <summary>The reader does not have the key.</summary>
    WrongCryptogram,

    /// <summary>The reader says that our cryptogram is wrong.</summary>
    PanelRefused,
    WrongInitialMac,
}
