using Bridge.Devices.Osdp.Frames;

namespace Bridge.Devices.Tests.Osdp;

/// <summary>Whole frames for tests that are about something else.</summary>
internal static class PlainFrame
{
    public static byte[] Reply(byte address, byte sequence, byte code, ReadOnlySpan<byte> data, bool crc = true) =>
        Build((byte)(address | 0x80), sequence, code, data, crc);

    public static byte[] Build(byte address, byte sequence, byte code, ReadOnlySpan<byte> data, bool crc = true)
    {
        var bytes = new byte[FrameLayout.LongestFrame];
        return bytes[..FrameBuilder.Write(bytes, new FrameHeader(address, sequence, crc), code, data)];
    }

    /// <summary>The frame in these bytes, which must be one.</summary>
    public static OsdpFrame Read(byte[] bytes)
    {
        var fault = OsdpFrame.Read(bytes, out var frame);
        return fault == FrameFault.None ? frame : throw new InvalidOperationException($"{fault}: {Hex.Text(bytes)}");
    }

    /// <summary>Makes the check right again after bytes were changed.</summary>
    public static byte[] WithCrc(byte[] bytes)
    {
        var crc = OsdpCrc.Compute(bytes.AsSpan(0, bytes.Length - 2));
        (bytes[^2], bytes[^1]) = ((byte)(crc & 0xFF), (byte)(crc >> 8));
        return bytes;
    }
}
