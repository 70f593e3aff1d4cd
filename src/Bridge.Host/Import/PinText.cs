namespace Bridge.Host.Import;

/// <summary>PINs that everybody tries first are refused.</summary>
internal static class PinText
{
    public const int Shortest = 4;
    public const int Longest = 12;

    /// <summary>What is wrong with these digits; null when nothing is. Says nothing that narrows a guess.</summary>
    public static string? Problem(string digits)
    {
        if (!digits.All(char.IsAsciiDigit))
        {
            return $"expected {Shortest} to {Longest} digits, found other characters";
        }

        if (digits.Length is < Shortest or > Longest)
        {
            return $"expected {Shortest} to {Longest} digits, found {digits.Length}";
        }

        return IsWeak(digits)
            ? "expected digits that are hard to guess, found a row, a repetition or one digit only (like 1234, 0000 or 1212)"
            : null;
    }

    private static bool IsWeak(string digits) => IsRow(digits, 1) || IsRow(digits, 9) || IsRepetition(digits);

    /// <summary>Each digit is the one before plus a step, modulo ten: 1234, 8901, and with a step of nine 4321.</summary>
    private static bool IsRow(string digits, int step)
    {
        for (var index = 1; index < digits.Length; index++)
        {
            if ((digits[index - 1] - '0' + step) % 10 != digits[index] - '0')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A shorter group again and again: 0000, 1212, 123123.</summary>
    private static bool IsRepetition(string digits) => Enumerable.Range(1, digits.Length / 2)
        .Where(length => digits.Length % length == 0)
        .Any(length => Enumerable.Range(length, digits.Length - length).All(index => digits[index] == digits[index - length]));
}
