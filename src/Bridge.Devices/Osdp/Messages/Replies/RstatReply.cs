namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>All reader heads of a device, in order. A value without a meaning is <see cref="HeadState.Unknown"/>.</summary>
internal readonly ref struct RstatReply
{
    private readonly ReadOnlySpan<byte> _data;

    private RstatReply(ReadOnlySpan<byte> data) => _data = data;

    public int Count => _data.Length;

    public HeadState this[int head] => _data[head] < (byte)HeadState.Unknown ? (HeadState)_data[head] : HeadState.Unknown;

    public static ReplyRefusal Read(ReadOnlySpan<byte> data, out RstatReply reply)
    {
        reply = new RstatReply(data);
        return data.IsEmpty ? ReplyRefusal.TooShort : ReplyRefusal.None;
    }
}
