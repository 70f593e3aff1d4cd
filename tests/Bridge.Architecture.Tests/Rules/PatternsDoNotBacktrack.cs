using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class PatternsDoNotBacktrack : ISourceRule
{
    private static readonly string[] Direct = ["IsMatch", "Match", "Matches", "Replace", "Split", "Count", "EnumerateMatches"];

    public string Says => "Regular expressions are NonBacktracking: no text that somebody writes makes one take longer than its length.";

    public IReadOnlyList<Sample> Offenders { get; } =
    [
        new("src/Bridge.Host/A.cs", """class A { [GeneratedRegex("^(a+)+$", RegexOptions.CultureInvariant)] private static partial Regex B(); }"""),
        new("src/Bridge.Host/A.cs", """class A { [GeneratedRegex("a")] private static partial Regex B(); }"""),
        new("src/Bridge.Host/A.cs", """class A { private readonly Regex _b = new Regex("^(a+)+$"); }"""),
        new("src/Bridge.Host/A.cs", """class A { private readonly Regex _b = new("^(a+)+$"); }"""),
        new("src/Bridge.Host/A.cs", """class A { bool B(string c) => Regex.IsMatch(c, "^(a+)+$"); }"""),
    ];

    public IReadOnlyList<Sample> Harmless { get; } =
    [
        new("src/Bridge.Host/A.cs", """class A { [GeneratedRegex("a", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)] private static partial Regex B(); }"""),
        new("src/Bridge.Host/A.cs", """class A { bool C(string d) => B().IsMatch(d) || Match(d); }"""),
    ];

    public bool AppliesTo(SourceFile file) => file.IsProduct;

    public IEnumerable<Finding> Check(SourceFile file)
    {
        foreach (var node in file.Root.DescendantNodes())
        {
            var isPattern = node switch
            {
                AttributeSyntax { Name: IdentifierNameSyntax { Identifier.Text: "GeneratedRegex" } } => true,
                ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Regex" } } => true,
                ImplicitObjectCreationExpressionSyntax { Parent.Parent.Parent: VariableDeclarationSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Regex" } } } => true,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Regex" }, Name.Identifier.Text: var name } } => Direct.Contains(name),
                _ => false,
            };
            if (isPattern && !node.ToString().Contains("RegexOptions.NonBacktracking", StringComparison.Ordinal))
            {
                yield return new Finding(file.Path, SourceFile.Line(node), $"may backtrack: {node}");
            }
        }
    }
}
