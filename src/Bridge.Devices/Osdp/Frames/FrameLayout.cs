using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Osdp.Frames;

/// <summary>Where things are in a frame: start, address, length (2), control, security block, code, data, authentication code, check.</summary>
internal static class FrameLayout
{
    public const byte StartByte = 0x53;

    /// <summary>Sent before a frame so that the line rests at mark; no part of it.</summary>
    public const byte MarkByte = 0xFF;

    public const byte ReplyBit = 0x80;

    /// <summary>Every device listens to it; for ID, CAP and COMSET with one device on the line.</summary>
    public const byte BroadcastAddress = 0x7F;

    public const byte HighestAddress = 0x7E;

    public const int HeaderLength = 5;
    public const int LongestFrame = 1440;
    public const int MacLength = 4;

    public const byte SequenceMask = 0x03;
    public const byte CrcBit = 0x04;
    public const byte SecurityBit = 0x08;
    public const byte ReservedBits = 0xF0;

    public static int CheckLength(bool usesCrc) => usesCrc ? OsdpCrc.Length : OsdpChecksum.Length;

    /// <summary>Bytes of a frame with so much data, without its mark; in a session data is padded to whole blocks.</summary>
    public static int LengthWith(int dataLength, bool inSession, bool usesCrc)
    {
        var data = inSession && dataLength > 0 ? MessageCipher.SealedLength(dataLength) : dataLength;
        return HeaderLength + (inSession ? SecurityBlocks.Command.Length + MacLength : 0) + 1 + data + CheckLength(usesCrc);
    }

    /// <summary>Only frames inside a session carry an authentication code; those of the handshake do not.</summary>
    public static int MacLengthOf(byte securityType) => securityType is >= 0x15 and <= 0x18 ? MacLength : 0;
}
