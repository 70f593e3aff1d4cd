using System.Buffers.Binary;

namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>Who the reader says it is.</summary>
internal readonly record struct PdIdReply(VendorCode Vendor, byte Model, byte ModelVersion, uint Serial)
{
    private const int DataLength = 12;

    public (byte Major, byte Minor, byte Build) Firmware { get; private init; }

    /// <param name="longerAccepted">Some readers send more than the 12 bytes; the rest is ignored then.</param>
    public static ReplyRefusal Read(ReadOnlySpan<byte> data, bool longerAccepted, out PdIdReply reply)
    {
        reply = default;
        if (data.Length < DataLength)
        {
            return ReplyRefusal.TooShort;
        }

        if (data.Length > DataLength && !longerAccepted)
        {
            return ReplyRefusal.TooLong;
        }

        reply = new PdIdReply(VendorCode.Read(data), data[3], data[4], BinaryPrimitives.ReadUInt32LittleEndian(data[5..]))
        {
            Firmware = (data[9], data[10], data[11]),
        };
        return ReplyRefusal.None;
    }
}
