namespace Bridge.Devices.Osdp.Messages;

/// <summary>Why the data of a reply is not read. The frame around it was right; the reader says something that makes no sense.</summary>
internal enum ReplyRefusal
{
    None,
    TooShort,
    TooLong,

    /// <summary>Not a whole number of entries.</summary>
    CutEntry,

    /// <summary>Fewer bytes than the bits it announces.</summary>
    TooFewBits,

    /// <summary>Another number of keys than it announces.</summary>
    CountMismatch,

    /// <summary>A card of no bits or a press of no keys.</summary>
    Empty,

    /// <summary>An address or line speed that does not exist.</summary>
    OutOfRange,
}
