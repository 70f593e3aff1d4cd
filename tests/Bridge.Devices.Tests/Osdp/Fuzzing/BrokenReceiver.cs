using System.Buffers.Binary;

namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>A plain receiver with one part left out: what the fuzzer must find.</summary>
internal sealed class BrokenReceiver(ReceiverDefect defect) : IFuzzedReceiver
{
    private const int HeaderLength = 5;
    private const int Shortest = 7;
    private const int Longest = 1440;
    private readonly byte[] _bytes = new byte[2 * Longest];
    private readonly List<byte[]> _hoard = [];
    private int _end;
    private int _taken;
    private volatile bool _isAbandoned;

    public void Take(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - _end)
        {
            _end = 0;
        }

        bytes.CopyTo(_bytes.AsSpan(_end));
        _end += bytes.Length;
    }

    public bool TryNext(bool lineIsSilent, out ReadOnlySpan<byte> frame)
    {
        Drop(_taken);
        _taken = 0;
        frame = default;
        while (true)
        {
            var start = _bytes.AsSpan(0, _end).IndexOf((byte)0x53);
            Drop(start < 0 ? _end : start);
            if (_end == 0)
            {
                return false;
            }

            if (_end < HeaderLength || Length() is var length && length > _end && length <= Longest)
            {
                if (!lineIsSilent)
                {
                    return false;
                }

                // Left out: after a false start the rest is looked at too.
                Drop(defect == ReceiverDefect.LosesAfterFalseStart ? _end : 1);
                continue;
            }

            if (IsFrame(length, out frame))
            {
                _taken = length;
                return true;
            }

            Drop(1);
        }
    }

    public void Abandon() => _isAbandoned = true;

    private bool IsFrame(int length, out ReadOnlySpan<byte> frame)
    {
        frame = default;
        while (defect == ReceiverDefect.WaitsAtLengthZero && length == 0 && !_isAbandoned)
        {
            // Goes on by the length of the frame, which is nothing.
        }

        if (defect != ReceiverDefect.TrustsLength && length is < Shortest or > Longest)
        {
            return false;
        }

        frame = _bytes.AsSpan(0, length);
        if (defect == ReceiverDefect.Hoards)
        {
            _hoard.Add(frame.ToArray());
        }

        return defect == ReceiverDefect.TrustsCheck || FrameTruth.IsCheckRight(frame);
    }

    private int Length() => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(2));

    private void Drop(int count)
    {
        _bytes.AsSpan(count, _end - count).CopyTo(_bytes);
        _end -= count;
    }
}
