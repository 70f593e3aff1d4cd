using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class NoAsyncVoid : ISourceRule
{
    public string Says => "No async void: nobody can await it, and its exception ends the process.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { async void Open() { await X(); } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { async void C() => await X(); } }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { async Task OpenAsync() { await X(); } void B() { } }
            """),
    ];

    public bool AppliesTo(SourceFile file) => true;

    public IEnumerable<Finding> Check(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        let found = node switch
        {
            MethodDeclarationSyntax method => IsAsyncVoid(method.Modifiers, method.ReturnType),
            LocalFunctionStatementSyntax function => IsAsyncVoid(function.Modifiers, function.ReturnType),
            _ => false,
        }
        where found
        select new Finding(file.Path, SourceFile.Line(node), "is async void");

    private static bool IsAsyncVoid(SyntaxTokenList modifiers, TypeSyntax returned) =>
        modifiers.Any(SyntaxKind.AsyncKeyword) && returned is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
}
