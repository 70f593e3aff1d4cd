using System.Text.RegularExpressions;

namespace Bridge.Console.Desk.Lines;

/// <summary>"王明 访 李建国 1203 2人": who visits whom, where, and how many they are, in one line.</summary>
public sealed partial record VisitLine(string Visitor, string Host, string Unit, int HeadCount)
{
    private static readonly HashSet<string> Visits = new(StringComparer.OrdinalIgnoreCase) { "访", "拜访", "找", "探", "visits", "visiting", "for", "to", ">", "→" };

    /// <summary>Null when it is not clear who is who: nothing is guessed.</summary>
    public static VisitLine? Parse(string line)
    {
        var words = TypedLine.Words(Closed().Replace(TypedLine.Narrow(line.Trim()), "$1 访 $2 $3"));
        if (TypedLine.TakeHeadCount(words) is not { } people || words.Count < 3 || !TypedLine.IsUnit(words[^1]))
        {
            return null;
        }

        var unit = words[^1];
        words.RemoveAt(words.Count - 1);
        var middle = words.FindIndex(Visits.Contains);
        if (middle < 0)
        {
            return words.Count == 2 ? new VisitLine(words[0], words[1], unit, people) : null;
        }

        var visitor = string.Join(' ', words[..middle]);
        var host = string.Join(' ', words[(middle + 1)..]);
        return visitor.Length == 0 || host.Length == 0 ? null : new VisitLine(visitor, host, unit, people);
    }

    // Without any blank: 王明访李建国1203.
    [GeneratedRegex(@"^([^\s\d访]+)访([^\s\d访]+?)([A-Za-z]?-?[0-9]\S*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Closed();
}
