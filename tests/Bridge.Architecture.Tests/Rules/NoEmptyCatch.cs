using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class NoEmptyCatch : ISourceRule
{
    public string Says => "An empty catch says why nothing is to be done.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (IOException) { } } }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (IOException) { /* gone already */ } } }
            """),
    ];

    public bool AppliesTo(SourceFile file) => true;

    public IEnumerable<Finding> Check(SourceFile file) =>
        from node in file.Root.DescendantNodes().OfType<CatchClauseSyntax>()
        where node.Block.Statements.Count == 0 && !node.Block.DescendantTrivia().Any(IsComment)
        select new Finding(file.Path, SourceFile.Line(node), "swallows an exception without a word");

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}
