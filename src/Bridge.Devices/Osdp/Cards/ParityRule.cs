using System.Numerics;

namespace Bridge.Devices.Osdp.Cards;

/// <summary>A parity bit and the bits it covers; the number of ones in all of them is even, or odd.</summary>
internal sealed record ParityRule(int Bit, bool IsEven, IReadOnlyList<int> Covered)
{
    public bool Holds(ulong card, int bitCount)
    {
        var mask = Mask(Bit, bitCount);
        for (var index = 0; index < Covered.Count; index++)
        {
            mask |= Mask(Covered[index], bitCount);
        }

        return BitOperations.PopCount(card & mask) % 2 == (IsEven ? 0 : 1);
    }

    private static ulong Mask(int bit, int bitCount) => 1UL << (bitCount - 1 - bit);
}
