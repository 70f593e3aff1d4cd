using System.Buffers.Binary;

namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>A card as bits: the first bit sent is the highest of the first byte. A secret: not to be shown.</summary>
internal readonly ref struct RawReply
{
    private const int HeadLength = 4;

    public byte Reader { get; private init; }

    public RawFormat Format { get; private init; }

    public int BitCount { get; private init; }

    /// <summary>As many bytes as the bits need; bits of the last one beyond <see cref="BitCount"/> are whatever the reader left there.</summary>
    public ReadOnlySpan<byte> Bits { get; private init; }

    public static ReplyRefusal Read(ReadOnlySpan<byte> data, out RawReply reply)
    {
        reply = default;
        if (data.Length < HeadLength)
        {
            return ReplyRefusal.TooShort;
        }

        int bits = BinaryPrimitives.ReadUInt16LittleEndian(data[2..]);
        var bytes = (bits + 7) / 8;
        if (bits == 0)
        {
            return ReplyRefusal.Empty;
        }

        if (bytes > data.Length - HeadLength)
        {
            return ReplyRefusal.TooFewBits;
        }

        reply = new RawReply { Reader = data[0], Format = (RawFormat)data[1], BitCount = bits, Bits = data.Slice(HeadLength, bytes) };
        return ReplyRefusal.None;
    }
}
