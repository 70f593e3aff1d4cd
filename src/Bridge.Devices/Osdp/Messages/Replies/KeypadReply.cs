namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>Keys pressed, one byte each; see <see cref="Cards.KeypadKeys"/>. A secret: not to be shown.</summary>
internal readonly ref struct KeypadReply
{
    private const int HeadLength = 2;

    public byte Reader { get; private init; }

    public ReadOnlySpan<byte> Keys { get; private init; }

    public static ReplyRefusal Read(ReadOnlySpan<byte> data, out KeypadReply reply)
    {
        reply = default;
        if (data.Length < HeadLength)
        {
            return ReplyRefusal.TooShort;
        }

        var keys = data[HeadLength..];
        if (keys.Length != data[1])
        {
            return ReplyRefusal.CountMismatch;
        }

        if (keys.IsEmpty)
        {
            return ReplyRefusal.Empty;
        }

        reply = new KeypadReply { Reader = data[0], Keys = keys };
        return ReplyRefusal.None;
    }
}
