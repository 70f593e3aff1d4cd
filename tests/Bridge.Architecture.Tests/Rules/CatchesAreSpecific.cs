using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class CatchesAreSpecific : ISourceRule
{
    public string Says => "Only the host's Runtime may catch every exception; everything else names what it expects.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (Exception problem) { D(problem); } } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch { D(); } } }
            """),
        new("src/Bridge.Host/Api/A.cs", """
            class A { void B() { try { C(); } catch (Exception problem) { D(problem); } } }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (IOException problem) { D(problem); } } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (Exception p) when (p is IOException or TimeoutException) { D(p); } } }
            """),
    ];

    public bool AppliesTo(SourceFile file) => file.IsProduct && !file.IsRuntime;

    public IEnumerable<Finding> Check(SourceFile file) =>
        from node in file.Root.DescendantNodes().OfType<CatchClauseSyntax>()
        where (node.Declaration is null || node.Declaration.Type.ToString() is "Exception" or "System.Exception") && !NamesTypes(node)
        select new Finding(file.Path, SourceFile.Line(node), "catches every exception");

    /// <summary>A filter that lists types is as specific as a list of catch clauses.</summary>
    private static bool NamesTypes(CatchClauseSyntax node) => node.Filter?.FilterExpression is IsPatternExpressionSyntax;
}
