namespace Bridge.Host.Import;

/// <summary>One row as text, by column. Full of secrets: never printed.</summary>
internal sealed class CsvRow(long line, IReadOnlyDictionary<string, string> values)
{
    public long Line => line;

    /// <summary>Trimmed; empty where the column is missing.</summary>
    public string this[string column] => values.TryGetValue(column, out var value) ? value : "";
}
