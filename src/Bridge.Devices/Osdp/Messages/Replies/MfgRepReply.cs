namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>Something a manufacturer's reader says, passed on as it is.</summary>
internal readonly ref struct MfgRepReply
{
    public VendorCode Vendor { get; private init; }

    public ReadOnlySpan<byte> Data { get; private init; }

    public static ReplyRefusal Read(ReadOnlySpan<byte> data, out MfgRepReply reply)
    {
        reply = default;
        if (data.Length < VendorCode.Length)
        {
            return ReplyRefusal.TooShort;
        }

        reply = new MfgRepReply { Vendor = VendorCode.Read(data), Data = data[VendorCode.Length..] };
        return ReplyRefusal.None;
    }
}
