using System.Text;

namespace Bridge.Host.Configuration.Text;

/// <summary>Text from outside, made safe for one line of a message: no control characters, and not too long.</summary>
internal static class Printable
{
    public static string Of(string value, int longest)
    {
        var shown = new StringBuilder(int.Min(value.Length, longest) + 1);
        foreach (var rune in value.EnumerateRunes())
        {
            if (shown.Length >= longest)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? "?" : rune.ToString());
        }

        return shown.ToString();
    }
}
