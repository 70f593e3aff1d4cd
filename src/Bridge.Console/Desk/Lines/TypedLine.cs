using System.Globalization;
using System.Text.RegularExpressions;

namespace Bridge.Console.Desk.Lines;

/// <summary>What the lines typed at a desk have in common: words apart by blanks, wide or narrow, and a number of people that says that it is one.</summary>
internal static partial class TypedLine
{
    public const int MostPeople = 99;

    private static readonly char[] Blanks = [' ', '\t', '\u3000'];
    private static readonly char[] Commas = [',', '，', '、', ';', '；'];

    /// <summary>At commas where there are any, so that names may have blanks in them; otherwise at blanks.</summary>
    public static List<string> Words(string line) =>
        [.. Narrow(line).Split(line.IndexOfAny(Commas) >= 0 ? Commas : Blanks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Takes "2人", "x2", "2p" out of the words; 1 when none is there, null when it is no number of people that can be.</summary>
    public static int? TakeHeadCount(List<string> words)
    {
        var at = words.FindIndex(word => CountPattern().IsMatch(word));
        if (at < 0)
        {
            return 1;
        }

        var digits = int.Parse(DigitsPattern().Match(words[at]).Value, CultureInfo.InvariantCulture);
        words.RemoveAt(at);
        return digits is >= 1 and <= MostPeople ? digits : null;
    }

    /// <summary>A unit's number has a digit in it: 1203, A-1203, 12B.</summary>
    public static bool IsUnit(string word) => word.Any(char.IsAsciiDigit);

    // A Chinese keyboard may be set to wide ones: ２人, Ａ－１２０３.
    public static string Narrow(string line) =>
        string.Concat(line.Select(letter => letter is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') or '－' ? (char)(letter - 0xFEE0) : letter));

    [GeneratedRegex(@"^([x×*][0-9]{1,3}|[0-9]{1,3}(人|位|名|p|x|×))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CountPattern();

    [GeneratedRegex(@"[0-9]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DigitsPattern();
}
