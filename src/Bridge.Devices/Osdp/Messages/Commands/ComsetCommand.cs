using System.Buffers.Binary;

namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>A new address and line speed. Answered by COM with what the reader will really use, and then it switches.</summary>
/// <param name="Address">0x00 to 0x7E.</param>
/// <param name="BitsPerSecond">As both ends can: 9600 to 230400.</param>
internal readonly record struct ComsetCommand(byte Address, int BitsPerSecond) : IOsdpCommand
{
    private const int DataLength = 5;

    public OsdpCommandCode Code => OsdpCommandCode.Comset;

    public int Length => DataLength;

    public static bool TryRead(ReadOnlySpan<byte> data, out ComsetCommand command)
    {
        command = default;
        if (data.Length != DataLength)
        {
            return false;
        }

        command = new ComsetCommand(data[0], BinaryPrimitives.ReadInt32LittleEndian(data[1..]));
        return true;
    }

    public void WriteTo(Span<byte> data)
    {
        data[0] = Address;
        BinaryPrimitives.WriteInt32LittleEndian(data[1..], BitsPerSecond);
    }
}
