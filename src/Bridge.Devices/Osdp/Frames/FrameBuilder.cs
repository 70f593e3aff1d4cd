using System.Buffers.Binary;

namespace Bridge.Devices.Osdp.Frames;

/// <summary>A frame being written into the caller's bytes: begin, fill <see cref="Data"/> and <see cref="Mac"/>, close.</summary>
internal readonly ref struct FrameBuilder
{
    private readonly Span<byte> _frame;
    private readonly int _dataStart;
    private readonly int _macLength;
    private readonly FrameHeader _header;

    private FrameBuilder(Span<byte> frame, FrameHeader header, int dataStart, int macLength)
    {
        _frame = frame;
        _header = header;
        _dataStart = dataStart;
        _macLength = macLength;
    }

    public Span<byte> Data => _frame[_dataStart..(CheckStart - _macLength)];

    public ReadOnlySpan<byte> Covered => _frame[..(CheckStart - _macLength)];

    /// <summary>Empty unless the security block is that of a session.</summary>
    public Span<byte> Mac => _frame.Slice(CheckStart - _macLength, _macLength);

    private int CheckStart => _frame.Length - FrameLayout.CheckLength(_header.UsesCrc);

    /// <summary>A whole frame outside a session; the number of bytes written, mark included.</summary>
    public static int Write(Span<byte> destination, FrameHeader header, ReadOnlySpan<byte> securityBlock, byte code, ReadOnlySpan<byte> data)
    {
        var frame = Begin(destination, header, securityBlock, code, data.Length);
        data.CopyTo(frame.Data);
        return frame.Close();
    }

    /// <summary>A whole clear frame; the number of bytes written, mark included.</summary>
    public static int Write(Span<byte> destination, FrameHeader header, byte code, ReadOnlySpan<byte> data) =>
        Write(destination, header, [], code, data);

    /// <summary>Everything before the data, with the final length. Refuses (by exception: it is our own mistake) what no frame can hold.</summary>
    public static FrameBuilder Begin(Span<byte> destination, FrameHeader header, ReadOnlySpan<byte> securityBlock, byte code, int dataLength)
    {
        var macLength = securityBlock.IsEmpty ? 0 : FrameLayout.MacLengthOf(securityBlock[1]);
        var dataStart = FrameLayout.HeaderLength + securityBlock.Length + 1;
        var length = dataStart + dataLength + macLength + FrameLayout.CheckLength(header.UsesCrc);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, FrameLayout.LongestFrame);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(header.Sequence, FrameLayout.SequenceMask);

        if (header.LeadingMark)
        {
            destination[0] = FrameLayout.MarkByte;
            destination = destination[1..];
        }

        var frame = destination[..length];
        frame[0] = FrameLayout.StartByte;
        frame[1] = header.Address;
        BinaryPrimitives.WriteUInt16LittleEndian(frame[2..], (ushort)length);
        frame[4] = (byte)(header.Sequence | (header.UsesCrc ? FrameLayout.CrcBit : 0) | (securityBlock.IsEmpty ? 0 : FrameLayout.SecurityBit));
        securityBlock.CopyTo(frame[FrameLayout.HeaderLength..]);
        frame[dataStart - 1] = code;
        return new FrameBuilder(frame, header, dataStart, macLength);
    }

    /// <summary>Writes the check; the number of bytes written, mark included.</summary>
    public int Close()
    {
        var check = _frame[CheckStart..];
        if (_header.UsesCrc)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(check, OsdpCrc.Compute(_frame[..CheckStart]));
        }
        else
        {
            check[0] = OsdpChecksum.Compute(_frame[..CheckStart]);
        }

        return _frame.Length + (_header.LeadingMark ? 1 : 0);
    }
}
