using System.Text;

namespace Bridge.Journal.Residents;

/// <summary>Makes writings of one unit equal: "ａ－1203" and "A 1203" find A-1203.</summary>
internal static class UnitText
{
    /// <summary>Width, case and spaces do not count.</summary>
    public static string Normalise(string unit) =>
        string.Concat(unit.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)).Select(Plain)).ToUpperInvariant();

    /// <summary>Without what separates its parts: only where that leaves one unit.</summary>
    public static string Bare(string unit) => string.Concat(Normalise(unit).Where(char.IsLetterOrDigit));

    private static char Plain(char letter) => letter is '‐' or '‑' or '–' or '—' or '−' or '－' ? '-' : letter;
}
