namespace Bridge.Devices.Intercoms.Serial;

/// <summary>The line's counters, read from other threads.</summary>
internal sealed class SerialFigures
{
    private long _understood;
    private long _broken;
    private long _strangers;
    private long _stray;
    private long _strayBefore;

    public long Lines => Interlocked.Read(ref _understood);

    public long CheckErrors => Interlocked.Read(ref _broken);

    public long Strangers => Interlocked.Read(ref _strangers);

    public long StrayBytes => Interlocked.Read(ref _stray);

    public void Understood() => Interlocked.Increment(ref _understood);

    public void Refused(SerialMessage.Nonsense nonsense) => Interlocked.Increment(ref nonsense.IsBroken ? ref _broken : ref _strangers);

    public void Stranger(bool isOne) => Interlocked.Add(ref _strangers, isOne ? 1 : 0);

    /// <summary>The collector of this session has counted so many.</summary>
    public void Stray(long inSession)
    {
        Interlocked.Add(ref _stray, inSession - _strayBefore);
        _strayBefore = inSession;
    }

    public void Begin() => _strayBefore = 0;
}
