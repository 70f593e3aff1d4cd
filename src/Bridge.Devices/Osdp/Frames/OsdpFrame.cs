using System.Buffers.Binary;

namespace Bridge.Devices.Osdp.Frames;

/// <summary>A view of one received frame whose check is right. Valid while the bytes under it are.</summary>
internal readonly ref struct OsdpFrame
{
    private readonly int _blockLength;
    private readonly int _macLength;

    private OsdpFrame(ReadOnlySpan<byte> bytes, int blockLength, int macLength)
    {
        Bytes = bytes;
        _blockLength = blockLength;
        _macLength = macLength;
    }

    /// <summary>From the start byte to the last byte of the check.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Without the reply bit.</summary>
    public byte Address => (byte)(Bytes[1] & ~FrameLayout.ReplyBit & 0xFF);

    public bool IsReply => (Bytes[1] & FrameLayout.ReplyBit) != 0;

    public byte Sequence => (byte)(Bytes[4] & FrameLayout.SequenceMask);

    public bool UsesCrc => (Bytes[4] & FrameLayout.CrcBit) != 0;

    public bool HasSecurityBlock => _blockLength > 0;

    /// <summary>With its own length byte and type. Empty in a clear frame.</summary>
    public ReadOnlySpan<byte> SecurityBlock => Bytes.Slice(FrameLayout.HeaderLength, _blockLength);

    public byte Code => Bytes[FrameLayout.HeaderLength + _blockLength];

    /// <summary>As on the wire: cipher text when the security block says so.</summary>
    public ReadOnlySpan<byte> Data
    {
        get
        {
            var start = FrameLayout.HeaderLength + _blockLength + 1;
            return Bytes[start..(CheckStart - _macLength)];
        }
    }

    /// <summary>The authentication code. Empty outside a session.</summary>
    public ReadOnlySpan<byte> Mac => Bytes.Slice(CheckStart - _macLength, _macLength);

    /// <summary>What the authentication code is computed over.</summary>
    public ReadOnlySpan<byte> Covered => Bytes[..(CheckStart - _macLength)];

    private int CheckStart => Bytes.Length - FrameLayout.CheckLength(UsesCrc);

    /// <summary>
    /// The length a frame announces in its header, or a fault that shows already there. The header is <see cref="FrameLayout.HeaderLength"/> bytes.
    /// </summary>
    public static FrameFault ReadLength(ReadOnlySpan<byte> header, out int length)
    {
        length = BinaryPrimitives.ReadUInt16LittleEndian(header[2..]);
        var control = header[4];
        if ((control & FrameLayout.ReservedBits) != 0)
        {
            return FrameFault.ReservedBits;
        }

        var shortest = FrameLayout.HeaderLength + 1 + FrameLayout.CheckLength((control & FrameLayout.CrcBit) != 0);
        return length < shortest || length > FrameLayout.LongestFrame ? FrameFault.Length : FrameFault.None;
    }

    /// <summary>Exactly one frame, without its mark.</summary>
    public static FrameFault Read(ReadOnlySpan<byte> bytes, out OsdpFrame frame)
    {
        frame = default;
        if (bytes.Length < FrameLayout.HeaderLength || bytes[0] != FrameLayout.StartByte)
        {
            return FrameFault.Length;
        }

        var fault = ReadLength(bytes, out var length);
        if (fault != FrameFault.None)
        {
            return fault;
        }

        if (length != bytes.Length)
        {
            return FrameFault.Length;
        }

        if (!IsCheckRight(bytes))
        {
            return FrameFault.Check;
        }

        return Measure(bytes, out var blockLength, out var macLength)
            ? Found(new OsdpFrame(bytes, blockLength, macLength), out frame)
            : FrameFault.SecurityBlock;
    }

    private static FrameFault Found(OsdpFrame found, out OsdpFrame frame)
    {
        frame = found;
        return FrameFault.None;
    }

    private static bool IsCheckRight(ReadOnlySpan<byte> bytes) => (bytes[4] & FrameLayout.CrcBit) != 0
        ? OsdpCrc.Compute(bytes[..^OsdpCrc.Length]) == BinaryPrimitives.ReadUInt16LittleEndian(bytes[^OsdpCrc.Length..])
        : OsdpChecksum.Compute(bytes[..^OsdpChecksum.Length]) == bytes[^1];

    private static bool Measure(ReadOnlySpan<byte> bytes, out int blockLength, out int macLength)
    {
        (blockLength, macLength) = (0, 0);
        if ((bytes[4] & FrameLayout.SecurityBit) == 0)
        {
            return true;
        }

        blockLength = bytes[FrameLayout.HeaderLength];
        var behindBlock = 1 + FrameLayout.CheckLength((bytes[4] & FrameLayout.CrcBit) != 0);
        if (blockLength < 2 || FrameLayout.HeaderLength + blockLength + behindBlock > bytes.Length)
        {
            return false;
        }

        macLength = FrameLayout.MacLengthOf(bytes[FrameLayout.HeaderLength + 1]);
        return FrameLayout.HeaderLength + blockLength + macLength + behindBlock <= bytes.Length;
    }
}
