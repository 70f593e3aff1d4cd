namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>Random numbers that cost a nanosecond (xorshift64*): the same seed gives the same numbers on every machine.</summary>
internal struct FuzzRandom(ulong seed)
{
    // 0 would stay 0 for ever.
    private ulong _state = unchecked(seed * 0x9E3779B97F4A7C15) | 1;

    public uint Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (uint)(unchecked(_state * 0x2545F4914F6CDD1D) >> 32);
    }

    public byte Byte() => (byte)(Next() >> 24);

    /// <summary>0 to one below the limit.</summary>
    public int Below(int limit) => (int)(((ulong)Next() * (uint)limit) >> 32);

    public bool OneIn(int times) => Below(times) == 0;

    public void Fill(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            value = Byte();
        }
    }
}
