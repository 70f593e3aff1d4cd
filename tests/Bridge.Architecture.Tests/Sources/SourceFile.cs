using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Sources;

/// <summary>One C# file: its path from the repository's root, with forward slashes, and its syntax tree.</summary>
public sealed record SourceFile(string Path, SyntaxTree Tree)
{
    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    public CompilationUnitSyntax Root => (CompilationUnitSyntax)Tree.GetRoot();

    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public bool IsHost => Path.StartsWith("src/Bridge.Host/", StringComparison.Ordinal);

    public bool IsLeaf => IsProduct && !IsHost;

    public bool IsPolicy => Path.StartsWith("src/Bridge.Policy/", StringComparison.Ordinal);

    public bool IsRuntime => Path.StartsWith("src/Bridge.Host/Runtime/", StringComparison.Ordinal);

    public static SourceFile Parse(string path, string text) => new(path, CSharpSyntaxTree.ParseText(text, Options));

    public static int Line(SyntaxNode node) => Line(node.GetLocation());

    public static int Line(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
