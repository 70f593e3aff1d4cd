namespace Bridge.Devices.Osdp.Polling;

/// <summary>How far the control panel has come with one reader; each phase has one command that it sends.</summary>
internal enum PeripheralPhase
{
    /// <summary>ID with sequence number 0.</summary>
    Identify,

    /// <summary>CAP in clear. Hints only: nothing about security is decided from them.</summary>
    ReadCapabilities,

    /// <summary>CHLNG.</summary>
    Challenge,

    /// <summary>SCRYPT, back to back with the challenge: some readers forget a half-done handshake at the first other command.</summary>
    Cryptogram,

    /// <summary>KEYSET, inside a session that a person opened for it. No other command is sent in that session, and nothing that is reported in it counts.</summary>
    SetKey,

    /// <summary>CAP again, inside the session: what is used of it is decided on this copy.</summary>
    ConfirmCapabilities,

    /// <summary>ACURXSIZE, for readers that may send more than the 128 bytes that everybody takes.</summary>
    AnnounceSize,

    ReadLocalStatus,

    ReadInputs,

    ReadOutputs,

    ReadReaders,

    /// <summary>LED with what the reader is to show permanently.</summary>
    RestoreIndicator,

    /// <summary>Commands that wait, else POLL.</summary>
    Online,

    /// <summary>The secure channel failed. CHLNG with sequence number 0 when the hold is over, nothing else.</summary>
    Held,

    /// <summary>Another device answers at this address. ID now and then, to see the right one come back.</summary>
    Replaced,

    /// <summary>The site says clear and the reader demands a secure channel. ID now and then.</summary>
    SecurityDemanded,

    /// <summary>ID as a probe, ever more slowly.</summary>
    Offline,

    /// <summary>There is no key to speak with. Nothing is sent until a person enrols it.</summary>
    NotEnrolled,
}
