namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>The older way to send a card or keys: characters. A secret: not to be shown.</summary>
internal readonly ref struct FmtReply
{
    private const int HeadLength = 3;

    public byte Reader { get; private init; }

    /// <summary>The card was drawn the other way; the characters are in the order of the card.</summary>
    public bool IsBackward { get; private init; }

    public ReadOnlySpan<byte> Characters { get; private init; }

    public static ReplyRefusal Read(ReadOnlySpan<byte> data, out FmtReply reply)
    {
        reply = default;
        if (data.Length < HeadLength)
        {
            return ReplyRefusal.TooShort;
        }

        var characters = data[HeadLength..];
        if (characters.Length != data[2])
        {
            return ReplyRefusal.CountMismatch;
        }

        if (characters.IsEmpty)
        {
            return ReplyRefusal.Empty;
        }

        reply = new FmtReply { Reader = data[0], IsBackward = data[1] != 0, Characters = characters };
        return ReplyRefusal.None;
    }
}
