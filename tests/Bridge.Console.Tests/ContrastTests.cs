using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Bridge.Console.Tests;

/// <summary>The contrast of every pair of colours that the style sheet puts together, by WCAG's formula, in both themes.</summary>
public sealed partial class ContrastTests
{
    public static TheoryData<string, string, double, string> Pairs => new()
    {
        { "text", "surface", 4.5, "body text" },
        { "text", "ground", 4.5, "headings on the ground" },
        { "muted", "surface", 4.5, "second lines" },
        { "muted", "ground", 4.5, "the summary" },
        { "muted", "inset", 4.5, "chips" },
        { "critical", "surface", 4.5, "a late age" },
        { "critical", "critical-wash", 4.5, "an alarm in a card" },
        { "critical-on-fill", "critical-fill", 4.5, "a banner" },
        { "warning", "warning-wash", 4.5, "a warning" },
        { "warning-on-fill", "warning-fill", 4.5, "a warning in the strip" },
        { "information", "information-wash", 4.5, "a running access" },
        { "released", "released-wash", 4.5, "a released lock" },
        { "released", "surface", 4.5, "a granted access in the list" },
        { "muted", "warning-wash", 4.5, "a remark in a warning row" },
        { "text", "critical-wash", 4.5, "times in an alarm row" },
        { "text", "warning-wash", 4.5, "figures in a warning row" },
        { "text", "inset", 4.5, "the page that one is on" },
        { "border", "surface", 3, "the edge of a control" },
        { "focus", "surface", 3, "the focus ring" },
        { "focus", "ground", 3, "the focus ring on the ground" },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void EveryPairIsLegibleInBothThemes(string ink, string paper, double least, string where)
    {
        foreach (var (theme, colours) in Themes())
        {
            var ratio = Ratio(colours[ink], colours[paper]);
            Assert.True(ratio >= least, $"{where}, {theme}: {ink} on {paper} is {ratio:F2}, needs {least}");
        }
    }

    [Fact]
    public void TheFormulaKnowsItsEnds()
    {
        Assert.Equal(21, Ratio("#000000", "#ffffff"), 3);
        Assert.Equal(1, Ratio("#737b83", "#737b83"), 3);
        Assert.True(Ratio("#9aa0a6", "#ffffff") < 4.5);
    }

    private static IEnumerable<(string Theme, Dictionary<string, string> Colours)> Themes()
    {
        var sheet = File.ReadAllText(SheetPath());
        yield return ("light", Colours(sheet, 2));
        yield return ("dark", Colours(sheet, 3));
    }

    private static Dictionary<string, string> Colours(string text, int theme) =>
        Token().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[theme].Value);

    private static double Ratio(string one, string other)
    {
        var (low, high) = (Math.Min(Luminance(one), Luminance(other)), Math.Max(Luminance(one), Luminance(other)));
        return (high + 0.05) / (low + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour[1..3])) + (0.7152 * Channel(colour[3..5])) + (0.0722 * Channel(colour[5..7]));

    private static double Channel(string digits)
    {
        var value = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static string SheetPath([CallerFilePath] string here = "")
    {
        foreach (var start in new[] { Path.GetDirectoryName(here), AppContext.BaseDirectory })
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                var path = Path.Combine(folder, "src", "Bridge.Console", "wwwroot", "console.css");
                if (File.Exists(path))
                {
                    return path;
                }
            }
        }

        throw new InvalidOperationException("The style sheet was not found.");
    }

    [GeneratedRegex(@"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")]
    private static partial Regex Token();
}
