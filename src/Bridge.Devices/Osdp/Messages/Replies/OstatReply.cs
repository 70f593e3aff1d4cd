namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>All outputs of a reader, in order: true is on.</summary>
internal readonly ref struct OstatReply
{
    private readonly ReadOnlySpan<byte> _data;

    private OstatReply(ReadOnlySpan<byte> data) => _data = data;

    public int Count => _data.Length;

    public bool this[int output] => _data[output] != 0;

    public static ReplyRefusal Read(ReadOnlySpan<byte> data, out OstatReply reply)
    {
        reply = new OstatReply(data);
        return data.IsEmpty ? ReplyRefusal.TooShort : ReplyRefusal.None;
    }
}
