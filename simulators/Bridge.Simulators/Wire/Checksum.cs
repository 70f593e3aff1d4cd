namespace Bridge.Simulators.Wire;

/// <summary>
/// The cyclic redundancy check of Modbus RTU, bit by bit (serial line guide V1.02, 6.2.2). The product's own is a table: two ways to the same
/// sixteen bits, so that a mistake in one shows against the other.
/// </summary>
public static class Checksum
{
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        var register = 0xFFFFu;
        foreach (var value in bytes)
        {
            register ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                var carry = register & 1;
                register >>= 1;
                if (carry == 1)
                {
                    register ^= 0xA001;
                }
            }
        }

        return (ushort)register;
    }

    /// <summary>Whether the last two bytes are the check of those before them, low byte first.</summary>
    public static bool Fits(ReadOnlySpan<byte> frame) => frame.Length >= 4 && Of(frame) == 0;
}
