namespace Bridge.Host.Verbs;

/// <summary>A table of text whose columns are as wide as what is in them.</summary>
internal static class TextTable
{
    private const string Between = "  ";

    /// <summary>The first row is the head.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join(Between, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
