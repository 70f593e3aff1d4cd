using System.Text.RegularExpressions;
using Bridge.Architecture.Tests.Sources;

namespace Bridge.Architecture.Tests;

/// <summary>Components run under "default-src 'self'", stay small, and hold no words of their own.</summary>
public sealed partial class ComponentTests
{
    private const int ComponentLines = 150;

    public static TheoryData<string> Components => [.. Repository.Files("*.razor", "src")];

    [Theory, MemberData(nameof(Components))]
    public void ComponentsKeepTheRules(string path) => Assert.Empty(Problems(Repository.ReadText(path)));

    [Theory]
    [InlineData("<p style=\"color:red\">@Text</p>", "an inline style")]
    [InlineData("<style>p { }</style>", "a style element")]
    [InlineData("<script>alert(1)</script>", "an inline script")]
    [InlineData("<a onclick=\"go()\">@Text</a>", "an inline handler")]
    [InlineData("<img src=\"https://example.com/a.png\" />", "another origin")]
    [InlineData("<p>Door</p>", "a word of its own")]
    [InlineData("<p>\n  门\n</p>", "a word of its own")]
    public void OffendersAreFound(string text, string why) => Assert.True(Problems(text).Any(), why);

    [Theory]
    [InlineData("<p class=\"a\" @onclick=\"Go\">@Phrases[\"page.doors\"]</p>", "a handler of the framework")]
    [InlineData("<script src=\"a.js\"></script>", "a script of this origin")]
    public void TheHarmlessIsLeftAlone(string text, string why) => Assert.False(Problems(text).Any(), why);

    private static IEnumerable<string> Problems(string text)
    {
        var code = text.IndexOf("@code {", StringComparison.Ordinal);
        var markup = Comments().Replace(code < 0 ? text : text[..code], "");
        if (InlineStyle().Match(markup) is { Success: true } style)
        {
            yield return $"inline style: {style.Value}";
        }

        if (InlineScript().Match(markup) is { Success: true } script)
        {
            yield return $"inline script: {script.Value}";
        }

        if (OtherOrigin().Match(markup) is { Success: true } origin)
        {
            yield return $"another origin: {origin.Value}";
        }

        foreach (Match words in Words().Matches(markup))
        {
            yield return $"words of its own: {words.Value}";
        }

        if (text.Split('\n').Length > ComponentLines)
        {
            yield return $"longer than {ComponentLines} lines";
        }
    }

    [GeneratedRegex(@"\sstyle\s*=|<style\b", RegexOptions.IgnoreCase)]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)|\son[a-z]+\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex("""(src|href)="(https?:)?//[^"]*""", RegexOptions.IgnoreCase)]
    private static partial Regex OtherOrigin();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comments();

    /// <summary>Letters directly after a tag, up to the next tag: text that is not an expression.</summary>
    [GeneratedRegex(@"<[a-z][^<>@""]*(""[^""]*""[^<>@""]*)*>\s*\p{L}[^<@]*<")]
    private static partial Regex Words();
}
