using System.Globalization;
using System.Text;

namespace Bridge.Journal.Residents;

/// <summary>Makes writings of one name equal: width, case, spaces and the dot between parts do not count. Characters do.</summary>
internal static class NameText
{
    public static string Normalise(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(IsPart))
        {
            text.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Syllables without tones, lower case: "Liú yáng" and "liu2 yang2" are "liu" and "yang".</summary>
    public static string[] Syllables(string pinyin)
    {
        var plain = new StringBuilder(pinyin.Length);
        foreach (var letter in pinyin.Replace('ü', 'v').Replace("u:", "v", StringComparison.Ordinal).Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetter(letter))
            {
                plain.Append(letter);
            }
            else if (char.IsWhiteSpace(letter) || letter is '\'' or '-' or '’')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // Spaces, and what stands between the parts of a name: · • ・ . ' -
    private static bool IsPart(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
        _ => false,
    };
}
