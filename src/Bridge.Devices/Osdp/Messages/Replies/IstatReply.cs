namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>All inputs of a reader, in order. A value without a meaning is <see cref="InputState.Unknown"/>.</summary>
internal readonly ref struct IstatReply
{
    private readonly ReadOnlySpan<byte> _data;

    private IstatReply(ReadOnlySpan<byte> data) => _data = data;

    public int Count => _data.Length;

    public InputState this[int input] => _data[input] < (byte)InputState.Unknown ? (InputState)_data[input] : InputState.Unknown;

    public static ReplyRefusal Read(ReadOnlySpan<byte> data, out IstatReply reply)
    {
        reply = new IstatReply(data);
        return data.IsEmpty ? ReplyRefusal.TooShort : ReplyRefusal.None;
    }
}
