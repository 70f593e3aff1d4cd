using System.Buffers.Binary;

namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>How long the reader keeps a credential in its field powered: 0 (no longer) to 65535 ms.</summary>
internal readonly record struct KeepActiveCommand(TimeSpan Time) : IOsdpCommand
{
    private const int DataLength = 2;

    public OsdpCommandCode Code => OsdpCommandCode.KeepActive;

    public int Length => DataLength;

    public static bool TryRead(ReadOnlySpan<byte> data, out KeepActiveCommand command)
    {
        command = data.Length == DataLength ? new KeepActiveCommand(TimeSpan.FromMilliseconds(BinaryPrimitives.ReadUInt16LittleEndian(data))) : default;
        return data.Length == DataLength;
    }

    public void WriteTo(Span<byte> data) => BinaryPrimitives.WriteUInt16LittleEndian(data, checked((ushort)Time.TotalMilliseconds));
}
