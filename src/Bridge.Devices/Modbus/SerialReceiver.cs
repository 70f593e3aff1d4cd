namespace Bridge.Devices.Modbus;

/// <summary>The bytes heard since the request, and the search for its answer among them.</summary>
internal sealed class SerialReceiver
{
    private const int CrcLength = 2;
    private const int ShortestFrame = 4;
    private readonly byte[] _received = new byte[600];
    private int _count;
    private int _answerStart;
    private int _answerLength;

    public ReadOnlySpan<byte> Answer => _received.AsSpan(_answerStart, _answerLength);

    public Span<byte> Room => _received.AsSpan(_count);

    public bool IsEmpty => _count == 0;

    public bool IsFull => _count == _received.Length;

    public void Clear() => _count = 0;

    public void Take(int count) => _count += count;

    /// <summary>
    /// The first complete frame that passes every check. Bytes before it (line noise while a driver switches, somebody's late frame) are passed over:
    /// nothing of them is ever believed. The bytes around the answer are counted as stray.
    /// </summary>
    public bool FindAnswer(ModbusRequest request, ModbusCounters counters)
    {
        for (var start = 0; start + ShortestFrame < _count; start++)
        {
            if (_received[start] != request.Unit)
            {
                continue;
            }

            var pdu = _received.AsSpan(start + 1, _count - start - 1 - CrcLength);
            var length = request.Expectation.Measure(pdu, request.Pdu);
            if (length > 0 && length <= pdu.Length && ModbusCrc.Compute(_received.AsSpan(start, 1 + length + CrcLength)) == 0)
            {
                (_answerStart, _answerLength) = (start + 1, length);
                var stray = _count - (1 + length + CrcLength);
                if (stray > 0)
                {
                    counters.CountStrayBytes(stray);
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>Throws away what is there and counts it: whole frames as unexpected replies, anything else as broken. True if something was broken.</summary>
    public bool Discard(ModbusCounters counters)
    {
        var crc = ModbusCrc.Start;
        var length = 0;
        foreach (var value in _received.AsSpan(0, _count))
        {
            crc = ModbusCrc.Add(crc, value);
            length++;
            if (crc == 0 && length >= ShortestFrame)
            {
                counters.CountUnexpectedReply();
                (crc, length) = (ModbusCrc.Start, 0);
            }
        }

        _count = 0;
        if (length > 0)
        {
            counters.CountChecksumError();
        }

        return length > 0;
    }

    /// <summary>Compares the front with what was sent and removes it. Null while it is still coming.</summary>
    public bool? StripEcho(ReadOnlySpan<byte> sent)
    {
        var known = Math.Min(_count, sent.Length);
        if (!_received.AsSpan(0, known).SequenceEqual(sent[..known]))
        {
            return false;
        }

        if (known < sent.Length)
        {
            return null;
        }

        _received.AsSpan(known, _count - known).CopyTo(_received);
        _count -= known;
        return true;
    }
}
