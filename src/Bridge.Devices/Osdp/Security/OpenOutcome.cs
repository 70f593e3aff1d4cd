namespace Bridge.Devices.Osdp.Security;

/// <summary>What a frame is that was heard while a session is up. Only <see cref="Accepted"/> moves the session on and delivers anything.</summary>
internal enum OpenOutcome
{
    Accepted,

    /// <summary>Not the reply to the command that is out: an echo, another reader, a late or repeated reply. Go on waiting.</summary>
    NotExpected,

    /// <summary>BUSY, which is always clear. Send the same bytes again later.</summary>
    Busy,

    /// <summary>NAK 1 in clear: the command arrived damaged. Send the same bytes again.</summary>
    CheckRefused,

    /// <summary>NAK 6 in clear: the reader has no session any more.</summary>
    SessionLost,

    /// <summary>A clear reply with sequence number 0: the reader wants to start again.</summary>
    ResetAsked,

    /// <summary>Any other clear reply: somebody on the line, or a reader out of step. The session is over.</summary>
    ClearReply,

    /// <summary>A security block that does not belong to a reply of a session. The session is over.</summary>
    WrongBlock,

    /// <summary>Authenticated data that is not encrypted. The session is over.</summary>
    ClearData,

    /// <summary>The session is over.</summary>
    WrongMac,

    /// <summary>The authentication code is right and the data is not whole blocks or its padding is wrong. The session is over.</summary>
    WrongPadding,
}
