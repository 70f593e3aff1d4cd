namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>The reader's own state. Many report a power fault once after they have started.</summary>
internal readonly record struct LstatReply(bool IsTampered, bool HasPowerFault)
{
    private const int DataLength = 2;

    public static ReplyRefusal Read(ReadOnlySpan<byte> data, out LstatReply reply)
    {
        reply = data.Length == DataLength ? new LstatReply(data[0] != 0, data[1] != 0) : default;
        return data.Length < DataLength ? ReplyRefusal.TooShort : data.Length > DataLength ? ReplyRefusal.TooLong : ReplyRefusal.None;
    }
}
