namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>The reader does not do it. Codes beyond <see cref="NakCode"/> occur; so do bytes behind the code, whose meaning is the maker's.</summary>
internal readonly ref struct NakReply
{
    public NakCode Code { get; private init; }

    public ReadOnlySpan<byte> Extra { get; private init; }

    public static ReplyRefusal Read(ReadOnlySpan<byte> data, out NakReply reply)
    {
        reply = default;
        if (data.IsEmpty)
        {
            return ReplyRefusal.TooShort;
        }

        reply = new NakReply { Code = (NakCode)data[0], Extra = data[1..] };
        return ReplyRefusal.None;
    }
}
