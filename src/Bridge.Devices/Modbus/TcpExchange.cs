using System.Buffers.Binary;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Modbus;

/// <summary>Modbus TCP: frames are cut by the length in their header, wherever the segments end; the transaction id says whose answer it is.</summary>
internal sealed class TcpExchange(IByteLink link, TimeProvider time) : IModbusExchange
{
    private const int HeaderLength = 7;
    private const int LengthOffset = 4;
    private const int UnitOffset = 6;
    private const int LongestLength = 1 + ModbusRequest.LongestPdu;
    private readonly LineClock _clock = new(time);
    private readonly byte[] _received = new byte[1024];
    private int _start;
    private int _end;
    private int _answerStart;
    private int _answerLength;
    private ushort _transaction;

    public ModbusCounters Counters { get; set; } = new();

    public bool WasInterrupted { get; private set; }

    public ReadOnlySpan<byte> Answer => _received.AsSpan(_answerStart, _answerLength);

    public ModbusOutcome Transact(ModbusRequest request)
    {
        WasInterrupted = false;
        _transaction = unchecked((ushort)(_transaction + 1));
        Counters.CountTransaction();
        if (link.Write(request.TcpFrame(_transaction)) == LinkWrite.Lost)
        {
            return ModbusOutcome.LinkLost;
        }

        var sent = _clock.Now;
        return Receive(request, sent, _clock.After(sent, request.Timeout));
    }

    /// <summary>Transaction ids tell a late answer apart: nobody has to wait for it.</summary>
    public TimeSpan HeldBack(byte unit) => TimeSpan.Zero;

    public LinkReadKind Idle(TimeSpan atMost)
    {
        var now = _clock.Now;
        var end = _clock.After(now, atMost);
        while (true)
        {
            var read = link.Read(Room(), _clock.Until(end, now));
            if (read.Kind != LinkReadKind.Bytes)
            {
                return read.Kind;
            }

            Counters.CountStrayBytes(read.Count);
            _end += read.Count;
            while (Dismiss())
            {
            }

            now = _clock.Now;
            if (now >= end)
            {
                return LinkReadKind.TimedOut;
            }
        }
    }

    private ModbusOutcome Receive(ModbusRequest request, long now, long deadline)
    {
        var broken = false;
        while (true)
        {
            var read = link.Read(Room(), _clock.Until(deadline, now));
            switch (read.Kind)
            {
                case LinkReadKind.Lost:
                    return ModbusOutcome.LinkLost;
                case LinkReadKind.TimedOut:
                    return GiveUp(broken);
                case LinkReadKind.Bytes:
                    _end += read.Count;
                    if (FindAnswer(request, ref broken))
                    {
                        return ModbusOutcome.Ok;
                    }

                    break;
                case LinkReadKind.Interrupted:
                    // It cannot call back what is on its way.
                    WasInterrupted = true;
                    break;
            }

            // A peer that never stops talking ends here too.
            now = _clock.Now;
            if (now >= deadline)
            {
                return GiveUp(broken);
            }
        }
    }

    private bool FindAnswer(ModbusRequest request, ref bool broken)
    {
        int length;
        while ((length = FrameLength()) > 0)
        {
            var frame = _received.AsSpan(_start, length);
            var pdu = frame[HeaderLength..];
            if (BinaryPrimitives.ReadUInt16BigEndian(frame) == _transaction
                && frame[UnitOffset] == request.Unit
                && request.Expectation.Measure(pdu, request.Pdu) == pdu.Length)
            {
                (_answerStart, _answerLength) = (_start + HeaderLength, pdu.Length);
                _start += length;
                return true;
            }

            Dismiss();
        }

        broken |= length < 0;
        return false;
    }

    private ModbusOutcome GiveUp(bool broken)
    {
        if (_start < _end)
        {
            // Half a frame: its rest will be refused by the checks of the next transaction.
            Counters.CountChecksumError();
            broken = true;
        }

        (_start, _end) = (0, 0);
        Counters.CountTimeout();
        return broken ? ModbusOutcome.Garbled : ModbusOutcome.TimedOut;
    }

    /// <summary>The length of the frame at the front, 0 when it is not complete, less than 0 when there was no frame (the bytes are gone then).</summary>
    private int FrameLength()
    {
        if (_end - _start <= HeaderLength)
        {
            return 0;
        }

        var header = _received.AsSpan(_start);
        var length = BinaryPrimitives.ReadUInt16BigEndian(header[LengthOffset..]);
        if (header[2] != 0 || header[3] != 0 || length < 2 || length > LongestLength)
        {
            // A stream out of step has no next frame to look for; the next segment most likely begins with one.
            Counters.CountChecksumError();
            (_start, _end) = (0, 0);
            return -1;
        }

        return _end - _start < UnitOffset + length ? 0 : UnitOffset + length;
    }

    private bool Dismiss()
    {
        var length = FrameLength();
        if (length <= 0)
        {
            return false;
        }

        Counters.CountUnexpectedReply();
        _start += length;
        return true;
    }

    private Span<byte> Room()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, 0);
        }
        else if (_start > 0)
        {
            _received.AsSpan(_start, _end - _start).CopyTo(_received);
            (_start, _end) = (0, _end - _start);
        }

        return _received.AsSpan(_end);
    }
}
