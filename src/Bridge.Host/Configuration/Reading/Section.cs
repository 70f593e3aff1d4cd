using System.Globalization;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Reading;

/// <summary>
/// One object of the site file while it is being read. Every getter reports what is wrong and then gives its default, so that one load finds all
/// errors and the rest of the section is still checked.
/// </summary>
internal sealed class Section(SiteNode.Object node, Findings findings)
{
    public SiteNode.Object Node => node;

    public Findings Findings => findings;

    /// <summary>Null, and an error, when there is something else than an object; unknown keys are errors with the nearest known one.</summary>
    public static Section? Open(SiteNode? value, SiteShape shape, Findings findings)
    {
        if (value is null)
        {
            return null;
        }

        if (value is not SiteNode.Object node)
        {
            findings.Expected(value, $"an object with {string.Join(", ", shape.Keys.Take(6))}");
            return null;
        }

        foreach (var property in node.Properties.Where(property => !shape.Keys.Contains(property.Name)))
        {
            findings.Error(property.Position, property.Value.Path, $"unknown key, {NearestName.Advice(property.Name, shape.Keys)}");
        }

        return new Section(node, findings);
    }

    public SiteNode? Find(string key) => node.Find(key);

    /// <summary>Null, and an error, when the key is missing.</summary>
    public SiteNode? Require(string key, string expected)
    {
        var value = node.Find(key);
        if (value is null)
        {
            findings.Error(node.Position, JsonPath.Child(node.Path, key), $"missing, expected {expected}");
        }

        return value;
    }

    public string? Text(string key, string expected) => AsText(Find(key), expected);

    public string? RequireText(string key, string expected) => AsText(Require(key, expected), expected);

    public TimeSpan Duration(string key, TimeSpan otherwise, TimeSpan shortest, TimeSpan longest)
    {
        if (Find(key) is not { } value)
        {
            return otherwise;
        }

        if (value is SiteNode.Text text && DurationText.Parse(text.Value) is { } time && time >= shortest && time <= longest)
        {
            return time;
        }

        var example = value is SiteNode.Text known && DurationText.Parse(known.Value) is not null ? "" : $", written like \"{DurationText.Show(otherwise)}\"";
        findings.Expected(value, $"a time from {DurationText.Show(shortest)} to {DurationText.Show(longest)}{example}");
        return otherwise;
    }

    public TimeSpan? OptionalDuration(string key, TimeSpan shortest, TimeSpan longest) =>
        Find(key) is null ? null : Duration(key, shortest, shortest, longest);

    public int Whole(string key, int otherwise, int lowest, int highest) => AsWhole(Find(key), lowest, highest) ?? otherwise;

    public int? RequireWhole(string key, int lowest, int highest) =>
        AsWhole(Require(key, string.Create(CultureInfo.InvariantCulture, $"a whole number from {lowest} to {highest}")), lowest, highest);

    public bool Flag(string key, bool otherwise)
    {
        switch (Find(key))
        {
            case null:
                return otherwise;
            case SiteNode.Flag flag:
                return flag.Value;
            case var value:
                findings.Expected(value, "true or false");
                return otherwise;
        }
    }

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string key, T otherwise, params IReadOnlyList<(string Word, T Value)> choices)
    {
        if (Find(key) is not { } value)
        {
            return otherwise;
        }

        foreach (var (word, meaning) in choices)
        {
            if (value is SiteNode.Text text && text.Value == word)
            {
                return meaning;
            }
        }

        findings.Expected(value, Words(choices.Select(choice => choice.Word)));
        return otherwise;
    }

    public static string Words(IEnumerable<string> words)
    {
        string[] quoted = [.. words.Select(word => $"\"{word}\"")];
        return quoted.Length == 1 ? quoted[0] : $"{string.Join(", ", quoted[..^1])} or {quoted[^1]}";
    }

    private string? AsText(SiteNode? value, string expected)
    {
        switch (value)
        {
            case null:
                return null;
            case SiteNode.Text { Value.Length: > 0 } text:
                return text.Value;
            default:
                findings.Expected(value, expected);
                return null;
        }
    }

    private int? AsWhole(SiteNode? value, int lowest, int highest)
    {
        if (value is null)
        {
            return null;
        }

        if (value is SiteNode.Number number
            && int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            && whole >= lowest && whole <= highest)
        {
            return whole;
        }

        findings.Expected(value, string.Create(CultureInfo.InvariantCulture, $"a whole number from {lowest} to {highest}"));
        return null;
    }
}
