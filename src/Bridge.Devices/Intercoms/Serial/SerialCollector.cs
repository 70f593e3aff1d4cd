namespace Bridge.Devices.Intercoms.Serial;

/// <summary>Cuts what comes in into lines. A line that is too long to be one is thrown away up to its end, in bounded room.</summary>
internal sealed class SerialCollector
{
    public const int LongestLine = 160;

    private readonly byte[] _line = new byte[LongestLine];
    private int _length;
    private bool _isSkipping;

    /// <summary>Bytes that belonged to no line.</summary>
    public long StrayBytes { get; private set; }

    /// <summary>True when <paramref name="value"/> has ended a line, which is in <paramref name="line"/> until the next call.</summary>
    public bool Add(byte value, out ReadOnlySpan<byte> line)
    {
        line = [];
        if (value is (byte)'\n' or (byte)'\r')
        {
            line = _line.AsSpan(0, _length);
            _length = 0;
            var isLine = !_isSkipping && !line.IsEmpty;
            _isSkipping = false;
            return isLine;
        }

        if (_isSkipping || _length == LongestLine)
        {
            StrayBytes += _length + 1;
            _length = 0;
            _isSkipping = true;
            return false;
        }

        _line[_length++] = value;
        return false;
    }
}
