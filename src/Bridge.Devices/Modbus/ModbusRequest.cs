using System.Buffers.Binary;

namespace Bridge.Devices.Modbus;

/// <summary>
/// One request being built and sent; kept and used again, so that a transaction allocates nothing. The buffer leaves room in front for the MBAP
/// header (whose last byte is the unit, where a serial frame begins) and behind for the CRC.
/// </summary>
internal sealed class ModbusRequest
{
    public const int LongestPdu = 253;
    private const int UnitOffset = 6;
    private const int PduOffset = 7;
    private readonly byte[] _buffer = new byte[PduOffset + LongestPdu + 2];
    private int _length;

    public byte Unit => _buffer[UnitOffset];

    public byte Function => _buffer[PduOffset];

    public ReplyExpectation Expectation { get; private set; }

    /// <summary>Reads may be given up while they still wait for the line, and may be sent again.</summary>
    public bool IsRead { get; private set; }

    public TimeSpan Timeout { get; set; }

    public ReadOnlySpan<byte> Pdu => _buffer.AsSpan(PduOffset, _length);

    public ushort First => BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(PduOffset + 1));

    public ushort Second => BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(PduOffset + 3));

    public void Begin(byte unit, byte function, bool isRead)
    {
        _buffer[UnitOffset] = unit;
        _buffer[PduOffset] = function;
        _length = 1;
        IsRead = isRead;
    }

    public void Expect(ReplyExpectation expectation) => Expectation = expectation;

    public void Add(byte value) => _buffer[PduOffset + _length++] = value;

    public void Add(ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(PduOffset + _length), value);
        _length += 2;
    }

    public void Add(ReadOnlySpan<ushort> values)
    {
        foreach (var value in values)
        {
            Add(value);
        }
    }

    /// <summary>Eight to a byte, the first in the lowest bit; the rest of the last byte is 0.</summary>
    public void Add(ReadOnlySpan<bool> values)
    {
        for (var start = 0; start < values.Length; start += 8)
        {
            var packed = 0;
            for (var bit = 0; bit < 8 && start + bit < values.Length; bit++)
            {
                packed |= values[start + bit] ? 1 << bit : 0;
            }

            Add((byte)packed);
        }
    }

    /// <summary>Unit, PDU, CRC with the low byte first.</summary>
    public ReadOnlySpan<byte> SerialFrame()
    {
        var body = _buffer.AsSpan(UnitOffset, 1 + _length);
        BinaryPrimitives.WriteUInt16LittleEndian(_buffer.AsSpan(PduOffset + _length), ModbusCrc.Compute(body));
        return _buffer.AsSpan(UnitOffset, 1 + _length + 2);
    }

    /// <summary>Transaction, protocol 0, length, unit, PDU.</summary>
    public ReadOnlySpan<byte> TcpFrame(ushort transaction)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_buffer, transaction);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(2), 0);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(4), (ushort)(1 + _length));
        return _buffer.AsSpan(0, PduOffset + _length);
    }
}
