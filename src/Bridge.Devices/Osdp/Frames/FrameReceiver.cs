namespace Bridge.Devices.Osdp.Frames;

/// <summary>
/// The bytes heard and the search for frames among them. Bounded: whatever is sent, nothing grows. As long as <see cref="TryNext"/> is asked until it
/// finds no more, <see cref="Room"/> holds at least one whole frame.
/// </summary>
internal sealed class FrameReceiver(FrameFigures figures)
{
    private readonly byte[] _bytes = new byte[2 * FrameLayout.LongestFrame];
    private int _start;
    private int _end;

    /// <summary>Where the next bytes go; then say how many with <see cref="Take"/>.</summary>
    public Span<byte> Room => _bytes.AsSpan(_end);

    /// <summary>Bytes that are not part of a frame yet. When it is not 0 and the line stays silent, ask with <c>lineIsSilent</c>.</summary>
    public int Waiting => _end - _start;

    public void Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - _end);
        _end += count;
    }

    /// <summary>Before a command is sent: nothing heard until now can be its reply.</summary>
    public void Clear()
    {
        figures.CountPassedOver(_bytes.AsSpan(_start, Waiting));
        (_start, _end) = (0, 0);
    }

    /// <summary>
    /// The next frame whose check is right. The view is valid until the next call of this or of <see cref="Clear"/>. A start byte that does not lead to
    /// a frame is passed over alone: what follows it may be the true start.
    /// </summary>
    /// <param name="lineIsSilent">
    /// The limit between two characters has passed, so a frame that began will not end. A false start with a large length would otherwise hide the
    /// true frame behind it. Not to be said earlier: a payload may hold the bytes of a frame.
    /// </param>
    public bool TryNext(out OsdpFrame frame, bool lineIsSilent = false)
    {
        Compact();
        while (SkipToStart())
        {
            var fault = Inspect(out frame, out var length);
            if (fault is null && !lineIsSilent)
            {
                break;
            }

            if (fault == FrameFault.None)
            {
                figures.CountFrame();
                _start += length;
                return true;
            }

            Refuse(fault);
        }

        Compact();
        frame = default;
        return false;
    }

    /// <summary>Null while the frame that begins at the start is incomplete.</summary>
    private FrameFault? Inspect(out OsdpFrame frame, out int length)
    {
        frame = default;
        length = 0;
        if (Waiting < FrameLayout.HeaderLength)
        {
            return null;
        }

        var fault = OsdpFrame.ReadLength(_bytes.AsSpan(_start, FrameLayout.HeaderLength), out length);
        if (fault != FrameFault.None)
        {
            return fault;
        }

        return length > Waiting ? null : OsdpFrame.Read(_bytes.AsSpan(_start, length), out frame);
    }

    private void Refuse(FrameFault? fault)
    {
        if (fault is { } known)
        {
            figures.CountFault(known);
        }
        else
        {
            figures.CountBrokenOff();
        }

        PassOver(1);
    }

    private bool SkipToStart()
    {
        var place = _bytes.AsSpan(_start, Waiting).IndexOf(FrameLayout.StartByte);
        PassOver(place < 0 ? Waiting : place);
        return place >= 0;
    }

    private void PassOver(int count)
    {
        figures.CountPassedOver(_bytes.AsSpan(_start, count));
        _start += count;
    }

    private void Compact()
    {
        if (_start > 0)
        {
            _bytes.AsSpan(_start, Waiting).CopyTo(_bytes);
            (_start, _end) = (0, Waiting);
        }
    }
}
