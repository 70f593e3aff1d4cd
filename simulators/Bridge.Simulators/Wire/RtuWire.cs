namespace Bridge.Simulators.Wire;

/// <summary>
/// Modbus RTU. A real slave sees a frame end by silence. Here a request is taken as soon as everything received so far is exactly one frame with a right
/// check, and what does not fit is thrown away when the next bytes come after a silence: garbage glued to a request spoils it, half a request does not
/// spoil the next.
/// </summary>
public sealed class RtuWire(TimeProvider time, TimeSpan silence) : IWire
{
    private const int LongestFrame = 256;
    private readonly byte[] _received = new byte[LongestFrame];
    private int _count;
    private bool _spoiled;
    private long _lastByteAt;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if ((_count > 0 || _spoiled) && time.GetElapsedTime(_lastByteAt) >= silence)
        {
            _count = 0;
            _spoiled = false;
        }

        _lastByteAt = time.GetTimestamp();
        if (_count + bytes.Length > LongestFrame)
        {
            _spoiled = true;
            _count = 0;
            return;
        }

        bytes.CopyTo(_received.AsSpan(_count));
        _count += bytes.Length;
    }

    public bool TryTake(out Request request)
    {
        var frame = _received.AsSpan(0, _count);
        var expected = ExpectedLength(frame);
        if (_spoiled || _count < 4 || (expected is { } length && length != _count) || !Checksum.Fits(frame))
        {
            request = default;
            return false;
        }

        request = new Request(0, frame[0], frame[1..^2].ToArray());
        _count = 0;
        return true;
    }

    public byte[] Frame(ushort transaction, byte unit, ReadOnlySpan<byte> body)
    {
        var frame = new byte[body.Length + 3];
        frame[0] = unit;
        body.CopyTo(frame.AsSpan(1));
        var check = Checksum.Of(frame.AsSpan(0, body.Length + 1));
        frame[^2] = (byte)(check & 0xFF);
        frame[^1] = (byte)(check >> 8);
        return frame;
    }

    public Range Corruptible(int frameLength) => ..frameLength;

    /// <summary>The length of a request follows from its function code; null where only the check can tell.</summary>
    private static int? ExpectedLength(ReadOnlySpan<byte> frame) => frame.Length < 2 ? 4 : frame[1] switch
    {
        1 or 2 or 3 or 4 or 5 or 6 or 8 => 8,
        7 or 17 => 4,
        15 or 16 => frame.Length < 7 ? 9 : 9 + frame[6],
        22 => 10,
        23 => frame.Length < 11 ? 13 : 13 + frame[10],
        43 => 7,
        _ => null,
    };
}
