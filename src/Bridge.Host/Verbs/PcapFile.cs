using System.Buffers.Binary;
using Bridge.Devices.Osdp.Doctor;

namespace Bridge.Host.Verbs;

/// <summary>
/// Wireshark's classic format with nanoseconds. OSDP has no link type of its own; of those for users it is the one that libosdp's captures have.
/// </summary>
internal sealed class PcapFile : ICaptureFile
{
    private const uint NanosecondMagic = 0xA1B23C4D;
    private const int LongestFrame = 1440;
    private const uint UserLinkType15 = 162;

    private readonly Stream stream;
    private readonly byte[] head = new byte[24];

    public PcapFile(Stream stream) => this.stream = stream;

    /// <summary>Writes the file's head.</summary>
    public static PcapFile Begin(Stream stream)
    {
        var file = new PcapFile(stream);
        BinaryPrimitives.WriteUInt32LittleEndian(file.head, NanosecondMagic);
        BinaryPrimitives.WriteUInt16LittleEndian(file.head.AsSpan(4), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(file.head.AsSpan(6), 4);
        BinaryPrimitives.WriteUInt32LittleEndian(file.head.AsSpan(16), LongestFrame);
        BinaryPrimitives.WriteUInt32LittleEndian(file.head.AsSpan(20), UserLinkType15);
        stream.Write(file.head);
        return file;
    }

    public void Write(CapturedFrame frame)
    {
        var ticks = (frame.At - DateTimeOffset.UnixEpoch).Ticks;
        var record = head.AsSpan(0, 16);
        BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)(ticks / TimeSpan.TicksPerSecond));
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], (uint)(ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick));
        BinaryPrimitives.WriteUInt32LittleEndian(record[8..], (uint)frame.Bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record[12..], (uint)frame.Bytes.Length);
        stream.Write(record);
        stream.Write(frame.Bytes.Span);
    }

    public void Dispose() => stream.Dispose();
}
