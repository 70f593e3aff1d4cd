namespace Bridge.Simulators.Osdp.Wire;

/// <summary>
/// Finds packets in a stream of bytes. A start byte that leads nowhere is dropped alone, and the search goes on at the byte behind it: a true packet may
/// begin inside garbage.
/// </summary>
public sealed class CommandCollector(TimeSpan longestGap)
{
    private const int HeaderLength = 5;
    private readonly List<byte> _bytes = [];
    private TimeSpan _lastAt;

    /// <summary>Times are on any clock that does not go back.</summary>
    /// <param name="begins">When the first byte began to come.</param>
    /// <param name="ends">When the last one was there.</param>
    public void Append(ReadOnlySpan<byte> bytes, TimeSpan begins, TimeSpan ends)
    {
        if (begins - _lastAt > longestGap)
        {
            _bytes.Clear();
        }

        _lastAt = ends;
        _bytes.AddRange(bytes);
    }

    /// <summary>The next packet, also one whose check is wrong; false when more bytes are needed.</summary>
    public bool TryTake(out CommandFrame frame)
    {
        frame = null!;
        while (Search())
        {
            var length = _bytes[2] | (_bytes[3] << 8);
            if (length < HeaderLength + 1 + OsdpCheck.Length(_bytes[4]) || length > CommandFrame.LongestLength || (_bytes[4] & 0xF0) != 0)
            {
                _bytes.RemoveAt(0);
                continue;
            }

            if (_bytes.Count < length)
            {
                return false;
            }

            frame = CommandFrame.Read(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes)[..length]);
            _bytes.RemoveRange(0, frame.IsSound ? length : 1);
            return true;
        }

        return false;
    }

    private bool Search()
    {
        var start = _bytes.IndexOf(CommandFrame.StartOfMessage);
        _bytes.RemoveRange(0, start < 0 ? _bytes.Count : start);
        return _bytes.Count >= HeaderLength;
    }
}
