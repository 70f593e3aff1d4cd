using System.Text;

namespace Bridge.Host.Explaining;

/// <summary>Fills the places of a sentence.</summary>
internal static class Sentence
{
    private const string Missing = "–";

    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder();
        var rest = text.AsSpan();
        while (rest.IndexOf('[') is var open and >= 0)
        {
            var close = open + rest[open..].IndexOf(']');
            Places(filled, rest[..open], values);
            var part = new StringBuilder();
            if (Places(part, rest[(open + 1)..close], values))
            {
                filled.Append(part);
            }

            rest = rest[(close + 1)..];
        }

        Places(filled, rest, values);
        return filled.ToString();
    }

    // Says whether every place had a value.
    private static bool Places(StringBuilder filled, ReadOnlySpan<char> text, IReadOnlyDictionary<string, string> values)
    {
        var complete = true;
        while (text.IndexOf('{') is var open and >= 0)
        {
            var close = open + text[open..].IndexOf('}');
            var known = values.TryGetValue(text[(open + 1)..close].ToString(), out var value);
            complete &= known;
            filled.Append(text[..open]).Append(known ? value : Missing);
            text = text[(close + 1)..];
        }

        filled.Append(text);
        return complete;
    }
}
