namespace Bridge.Devices.Intercoms.Serial;

/// <summary>The check of a line: all characters before the star, each with each by exclusive or, as two hexadecimal digits.</summary>
internal static class SerialCheck
{
    public const byte Star = (byte)'*';

    public static byte Of(ReadOnlySpan<byte> text)
    {
        byte check = 0;
        foreach (var character in text)
        {
            check ^= character;
        }

        return check;
    }

    /// <summary>The line's text without its check; false when the check does not hold.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> text)
    {
        text = [];
        if (line.Length < 4 || line[^3] != Star || Digit(line[^2]) is not { } high || Digit(line[^1]) is not { } low)
        {
            return false;
        }

        text = line[..^3];
        return ((high << 4) | low) == Of(text);
    }

    private static int? Digit(byte character) => char.IsAsciiHexDigit((char)character) ? Convert.ToInt32(((char)character).ToString(), 16) : null;
}
