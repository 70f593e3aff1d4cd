namespace Bridge.Devices.Doors;

/// <summary>32-bit values in two registers.</summary>
internal static class Registers
{
    public static uint Join(ReadOnlySpan<ushort> words, bool lowWordFirst) => words.Length == 1 ? words[0]
        : lowWordFirst ? ((uint)words[1] << 16) | words[0]
        : ((uint)words[0] << 16) | words[1];

    public static ushort[] Split(long value, int registers, bool lowWordFirst)
    {
        var low = (ushort)(value & 0xFFFF);
        var high = (ushort)((value >> 16) & 0xFFFF);
        return registers == 1 ? [low] : lowWordFirst ? [low, high] : [high, low];
    }
}
