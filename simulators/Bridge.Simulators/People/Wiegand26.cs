using System.Text;

namespace Bridge.Simulators.People;

/// <summary>The 26 bit card: even parity over the first 12 data bits, 8 bits facility, 16 bits number, odd parity over the last 12.</summary>
public static class Wiegand26
{
    public static string Bits(int facility, int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)facility, (uint)byte.MaxValue);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)number, (uint)ushort.MaxValue);
        var data = new StringBuilder();
        for (var bit = 7; bit >= 0; bit--)
        {
            data.Append((facility >> bit & 1) == 1 ? '1' : '0');
        }

        for (var bit = 15; bit >= 0; bit--)
        {
            data.Append((number >> bit & 1) == 1 ? '1' : '0');
        }

        var text = data.ToString();
        var leading = Ones(text.AsSpan(0, 12)) % 2 == 0 ? '0' : '1';
        var trailing = Ones(text.AsSpan(12)) % 2 == 0 ? '1' : '0';
        return leading + text + trailing;
    }

    private static int Ones(ReadOnlySpan<char> bits) => bits.Count('1');
}
