using System.Buffers.Binary;

namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>The longest frame we take.</summary>
internal readonly record struct AcuRxSizeCommand(ushort Bytes) : IOsdpCommand
{
    private const int DataLength = 2;

    public OsdpCommandCode Code => OsdpCommandCode.AcuRxSize;

    public int Length => DataLength;

    public static bool TryRead(ReadOnlySpan<byte> data, out AcuRxSizeCommand command)
    {
        command = data.Length == DataLength ? new AcuRxSizeCommand(BinaryPrimitives.ReadUInt16LittleEndian(data)) : default;
        return data.Length == DataLength;
    }

    public void WriteTo(Span<byte> data) => BinaryPrimitives.WriteUInt16LittleEndian(data, Bytes);
}
