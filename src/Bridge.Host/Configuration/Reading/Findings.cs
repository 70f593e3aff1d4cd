using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Reading;

/// <summary>Everything that one load has to say. Collected in any order, told in the order of the file.</summary>
internal sealed class Findings(string file)
{
    private readonly List<ConfigurationFinding> errors = [];
    private readonly List<ConfigurationFinding> warnings = [];

    public bool HasErrors => errors.Count > 0;

    public IReadOnlyList<ConfigurationFinding> Errors => InOrder(errors);

    public IReadOnlyList<ConfigurationFinding> Warnings => InOrder(warnings);

    public void Error(TextPosition position, string path, string message) =>
        errors.Add(new ConfigurationFinding(file, position, path, message));

    public void Error(SiteNode node, string message) => Error(node.Position, node.Path, message);

    /// <summary>The usual error: what was expected, what came, and what to do.</summary>
    public void Expected(SiteNode node, string expected) => Error(node, $"expected {expected}, found {node.Shown}");

    public void Warning(SiteNode node, string message) =>
        warnings.Add(new ConfigurationFinding(file, node.Position, node.Path, message));

    /// <summary>The section itself, or one of its entries' names, is wrong: what it would have held is not known, and a reference into it is not judged.</summary>
    public bool Doubts(string section) =>
        errors.Exists(error => error.Path == section
            || (error.Path.StartsWith(section + ".", StringComparison.Ordinal) && error.Path.IndexOfAny(['.', '['], section.Length + 1) < 0)
            || error.Path.StartsWith(section + "['", StringComparison.Ordinal));

    private static IReadOnlyList<ConfigurationFinding> InOrder(List<ConfigurationFinding> findings) =>
        [.. findings.OrderBy(finding => finding.Position)];
}
