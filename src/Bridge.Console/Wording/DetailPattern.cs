using System.Globalization;

namespace Bridge.Console.Wording;

/// <summary>A sentence with places, <c>unit {0} did not answer {1} times</c>, numbered in the order in which they stand in what was journalled.</summary>
/// <param name="text">The same in a person's language, with the places wherever they belong there.</param>
internal sealed class DetailPattern(string journalled, string text)
{
    // What stands before, between and behind the places.
    private readonly string[] _parts = Split(journalled).ToArray();

    public static bool HasPlaces(string journalled) => journalled.Contains(Place(0), StringComparison.Ordinal);

    /// <param name="said">What is said of a name, a number or a sentence that stands in a place.</param>
    /// <returns>Null when what was journalled is another sentence.</returns>
    public string? Of(string detail, Func<string, string> said)
    {
        var end = detail.Length - _parts[^1].Length;
        if (!detail.StartsWith(_parts[0], StringComparison.Ordinal) || !detail.EndsWith(_parts[^1], StringComparison.Ordinal))
        {
            return null;
        }

        var values = new object[_parts.Length - 1];
        var from = _parts[0].Length;
        for (var place = 0; place < values.Length; place++)
        {
            var to = place == values.Length - 1 ? end : detail.IndexOf(_parts[place + 1], from, StringComparison.Ordinal);
            if (to <= from)
            {
                return null;
            }

            values[place] = said(detail[from..to]);
            from = to + _parts[place + 1].Length;
        }

        return string.Format(CultureInfo.InvariantCulture, text, values);
    }

    private static IEnumerable<string> Split(string journalled)
    {
        var rest = journalled;
        for (var place = 0; rest.IndexOf(Place(place), StringComparison.Ordinal) is >= 0 and var at; place++)
        {
            yield return rest[..at];
            rest = rest[(at + Place(place).Length)..];
        }

        yield return rest;
    }

    private static string Place(int number) => string.Create(CultureInfo.InvariantCulture, $"{{{number}}}");
}
