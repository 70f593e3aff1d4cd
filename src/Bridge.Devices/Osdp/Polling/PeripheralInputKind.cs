namespace Bridge.Devices.Osdp.Polling;

/// <summary>What one exchange with a reader came to, or what the host says of a read.</summary>
internal enum PeripheralInputKind
{
    /// <summary>The command of the phase, or its repeat, is on the wire.</summary>
    Sent,

    /// <summary>No reply in time, or only pieces and frames with a wrong check.</summary>
    Silence,

    /// <summary>The reply that belongs to the command.</summary>
    Answered,

    /// <summary>A status report in place of the reply: seen from some readers right after power-up.</summary>
    StatusInstead,

    /// <summary>A card or keys. The reader keeps its copy for as long as the sequence number stands still.</summary>
    CredentialReported,

    /// <summary>The reader repeated that report, byte for byte: it is alive.</summary>
    ReportRepeated,

    /// <summary>It says that its power was gone: what it shows and drives is what it starts with.</summary>
    PowerReported,

    /// <summary>The host has stored everything that the report carried.</summary>
    ReportStored,

    /// <summary>A fire release does not wait for a disk.</summary>
    FireWaits,

    Busy,

    /// <summary>NAK 1: the reader did not take the frame.</summary>
    RefusedCheck,

    /// <summary>NAK 0, 2, 3 and 7 to FF: it took the frame and will not do it.</summary>
    RefusedCommand,

    /// <summary>NAK 4.</summary>
    RefusedSequence,

    /// <summary>NAK 5.</summary>
    RefusedBlock,

    /// <summary>NAK 6 inside the session.</summary>
    RefusedConditions,

    /// <summary>NAK 6 in clear.</summary>
    RefusedUnsecured,

    /// <summary>A reply with sequence number 0 that nobody asked for: the reader wants to start again.</summary>
    SequenceZero,

    /// <summary>A sound frame that is not from a reader who knows the key: wrong authentication code, clear in session, wrong block, bad padding.</summary>
    Untrusted,

    /// <summary>The reader does not prove that it knows the key.</summary>
    HandshakeFailed,

    /// <summary>The device is not the one that was enrolled.</summary>
    IdentityDiffers,

    /// <summary>There is no key to make a handshake with.</summary>
    KeyMissing,

    /// <summary>A person has opened an enrolment for this reader.</summary>
    EnrolmentBegan,

    /// <summary>Its time is over, or the person has called it off, or it has come to its end.</summary>
    EnrolmentEnded,

    /// <summary>A late reply to an earlier command.</summary>
    OldSequence,

    /// <summary>A reply from another address.</summary>
    Stranger,

    /// <summary>The own transmission, or another panel's.</summary>
    Echo,
}
