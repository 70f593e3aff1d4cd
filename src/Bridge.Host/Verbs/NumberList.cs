using System.Globalization;

namespace Bridge.Host.Verbs;

/// <summary>Numbers as a person writes them: "0-126", "1,5,9", "1-8,12".</summary>
internal static class NumberList
{
    /// <summary>In the order in which they were written, each once; null when the text is something else or a number is out of range.</summary>
    public static IReadOnlyList<int>? Parse(string text, int least, int most)
    {
        var numbers = new List<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                || first > last || first < least || last > most)
            {
                return null;
            }

            numbers.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return [.. numbers.Distinct()];
    }
}
