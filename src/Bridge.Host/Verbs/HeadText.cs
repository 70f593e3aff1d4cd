using System.Globalization;
using Bridge.Journal;

namespace Bridge.Host.Verbs;

/// <summary>A journal's head in one word that can be noted, printed or sent: epoch.sequence:hash.</summary>
internal static class HeadText
{
    private const int HashDigits = 64;

    public static string Show(JournalHead head) => $"{head.Position}:{Convert.ToHexStringLower(head.Hash.Span)}";

    public static JournalHead? Parse(string text)
    {
        if (text.Split(':') is not [var position, { Length: HashDigits } hash] || position.Split('.') is not [var epoch, var sequence]
            || !hash.All(char.IsAsciiHexDigit)
            || !int.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var epochNumber)
            || !long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var sequenceNumber))
        {
            return null;
        }

        return new JournalHead(new JournalPosition(epochNumber, sequenceNumber), Convert.FromHexString(hash));
    }
}
