using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (Exception p) when (p is not null) { D(p); } } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (Exception p) when (p is not IOException) { D(p); } } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (Exception p) when (p is IOException or Exception) { D(p); } } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (Exception p) when (p is { }) { D(p); } } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (Exception p) when (this.e is IOException) { D(p); } } }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (IOException problem) { D(problem); } } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (Exception p) when (p is IOException or TimeoutException) { D(p); } } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { try { C(); } catch (Exception p) when (p is (System.IO.IOException or SocketException { ErrorCode: 3 })) { D(p); } } }
            """),
    ];

    public bool AppliesTo(SourceFile file) => file.IsProduct && !file.IsRuntime;

    public IEnumerable<Finding> Check(SourceFile file) =>
        from node in file.Root.DescendantNodes().OfType<CatchClauseSyntax>()
        where (node.Declaration is null || node.Declaration.Type.ToString() is "Exception" or "System.Exception") && !NamesTypes(node)
        select new Finding(file.Path, SourceFile.Line(node), "catches every exception");

    /// <summary>A filter that lists types is as specific as a list of catch clauses.</summary>
    private static bool NamesTypes(CatchClauseSyntax node) => node.Filter?.FilterExpression switch
    {
        IsPatternExpressionSyntax test => IsCaught(node, test.Expression) && Names(test.Pattern),
        BinaryExpressionSyntax test when test.IsKind(SyntaxKind.IsExpression) => IsCaught(node, test.Left) && IsSpecific(test.Right),
        _ => false,
    };

    private static bool IsCaught(CatchClauseSyntax node, ExpressionSyntax tested) => tested.ToString() == node.Declaration?.Identifier.Text;

    private static bool Names(PatternSyntax pattern) => pattern switch
    {
        BinaryPatternSyntax both when both.IsKind(SyntaxKind.OrPattern) => Names(both.Left) && Names(both.Right),
        BinaryPatternSyntax both => Names(both.Left) || Names(both.Right),
        ParenthesizedPatternSyntax inner => Names(inner.Pattern),
        ConstantPatternSyntax { Expression: NameSyntax or MemberAccessExpressionSyntax } named => IsSpecific(named.Expression),
        TypePatternSyntax named => IsSpecific(named.Type),
        DeclarationPatternSyntax named => IsSpecific(named.Type),
        RecursivePatternSyntax { Type: { } type } => IsSpecific(type),
        _ => false,
    };

    private static bool IsSpecific(SyntaxNode type) => type.ToString().Split('.')[^1] is not ("Exception" or "SystemException" or "Object" or "object");
}
