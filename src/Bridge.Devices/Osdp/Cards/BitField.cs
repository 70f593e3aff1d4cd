namespace Bridge.Devices.Osdp.Cards;

/// <summary>Where a number stands in a card: bit 0 is the first one sent.</summary>
internal readonly record struct BitField(int Start, int Length)
{
    /// <summary>Of a card of so many bits, at most 64, as one number whose highest bit is the first one sent.</summary>
    public ulong Read(ulong card, int bitCount)
    {
        var shifted = card >> (bitCount - Start - Length);
        return Length == 64 ? shifted : shifted & ((1UL << Length) - 1);
    }
}
