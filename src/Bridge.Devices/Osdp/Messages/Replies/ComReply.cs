using System.Buffers.Binary;
using Bridge.Devices.Osdp.Frames;

namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>The address and line speed that the reader will use from now on, whatever was asked.</summary>
internal readonly record struct ComReply(byte Address, int BitsPerSecond)
{
    private const int DataLength = 5;

    public static ReplyRefusal Read(ReadOnlySpan<byte> data, out ComReply reply)
    {
        reply = default;
        if (data.Length != DataLength)
        {
            return data.Length < DataLength ? ReplyRefusal.TooShort : ReplyRefusal.TooLong;
        }

        var speed = BinaryPrimitives.ReadInt32LittleEndian(data[1..]);
        if (data[0] > FrameLayout.HighestAddress || speed <= 0)
        {
            return ReplyRefusal.OutOfRange;
        }

        reply = new ComReply(data[0], speed);
        return ReplyRefusal.None;
    }
}
