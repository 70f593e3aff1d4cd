namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>What the reader says it can do. Not authenticated outside a session: no reason to relax anything.</summary>
internal readonly ref struct PdCapReply
{
    private const int EntryLength = 3;
    private readonly ReadOnlySpan<byte> _data;

    private PdCapReply(ReadOnlySpan<byte> data) => _data = data;

    public int Count => _data.Length / EntryLength;

    public Capability this[int index]
    {
        get
        {
            var entry = _data.Slice(index * EntryLength, EntryLength);
            return new Capability((CapabilityFunction)entry[0], entry[1], entry[2]);
        }
    }

    public static ReplyRefusal Read(ReadOnlySpan<byte> data, out PdCapReply reply)
    {
        var isWhole = data.Length % EntryLength == 0;
        reply = isWhole ? new PdCapReply(data) : default;
        return isWhole ? ReplyRefusal.None : ReplyRefusal.CutEntry;
    }

    /// <summary>The first entry of a function, should there be several; null when there is none.</summary>
    public Capability? Find(CapabilityFunction function)
    {
        for (var index = 0; index < Count; index++)
        {
            if (this[index].Function == function)
            {
                return this[index];
            }
        }

        return null;
    }
}
