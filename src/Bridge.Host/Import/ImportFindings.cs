namespace Bridge.Host.Import;

/// <summary>Everything that is wrong with one CSV file.</summary>
internal sealed class ImportFindings(string file)
{
    private readonly List<ImportFinding> errors = [];

    public bool HasErrors => errors.Count > 0;

    public IReadOnlyList<ImportFinding> InOrder => [.. errors.OrderBy(error => error.Line)];

    public void Error(long line, string? column, string message) => errors.Add(new ImportFinding(file, line, column, message));
}
