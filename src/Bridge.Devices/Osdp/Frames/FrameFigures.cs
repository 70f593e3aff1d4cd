namespace Bridge.Devices.Osdp.Frames;

/// <summary>What was heard on a line, counted since it was opened. Written by the line's thread, read by anybody.</summary>
internal sealed class FrameFigures
{
    private long _frames;
    private long _marks;
    private long _strayBytes;
    private long _badHeaders;
    private long _checkErrors;
    private long _brokenOff;

    /// <summary>Frames whose check is right, from whomever.</summary>
    public long Frames => Volatile.Read(ref _frames);

    /// <summary>0xFF outside frames: the mark that devices send first.</summary>
    public long Marks => Volatile.Read(ref _marks);

    /// <summary>All other bytes outside frames, those of refused frames among them.</summary>
    public long StrayBytes => Volatile.Read(ref _strayBytes);

    /// <summary>Start bytes behind which no length or control byte of a frame stands.</summary>
    public long BadHeaders => Volatile.Read(ref _badHeaders);

    public long CheckErrors => Volatile.Read(ref _checkErrors);

    /// <summary>Frames that began and did not end before the line fell silent.</summary>
    public long BrokenOff => Volatile.Read(ref _brokenOff);

    public void CountFrame() => Volatile.Write(ref _frames, _frames + 1);

    public void CountBrokenOff() => Volatile.Write(ref _brokenOff, _brokenOff + 1);

    public void CountFault(FrameFault fault)
    {
        if (fault == FrameFault.Check)
        {
            Volatile.Write(ref _checkErrors, _checkErrors + 1);
        }
        else
        {
            Volatile.Write(ref _badHeaders, _badHeaders + 1);
        }
    }

    public void CountPassedOver(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        var marks = bytes.Count(FrameLayout.MarkByte);
        Volatile.Write(ref _marks, _marks + marks);
        Volatile.Write(ref _strayBytes, _strayBytes + bytes.Length - marks);
    }
}
