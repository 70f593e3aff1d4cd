using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class PolicyIsPure : ISourceRule
{
    public string Says => "The policy is synchronous and stateless: no task, no interface, no shared field that changes, no clock.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Policy/A.cs", """
            interface IA;
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { static int _count; }
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { Task B() => C(); }
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { int B { get; set; } }
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { void B(TimeProvider clock) { } }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Policy/A.cs", """
            record A(int B) { private const int C = 1; public int D { get; init; } }
            """),
    ];

    public bool AppliesTo(SourceFile file) => file.IsPolicy;

    private static readonly string[] Asynchronous = ["Task", "ValueTask", "IAsyncEnumerable", "Thread", "Timer", "TimeProvider", "Stopwatch", "Random", "Guid"];

    public IEnumerable<Finding> Check(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        let what = node switch
        {
            InterfaceDeclarationSyntax => "declares an interface",
            FieldDeclarationSyntax field when IsMutable(field.Modifiers) => "has a shared field that can change",
            PropertyDeclarationSyntax property when HasSetter(property) => "has a property that can be set",
            SimpleNameSyntax name when Asynchronous.Contains(name.Identifier.Text) && name.Parent is not MemberAccessExpressionSyntax => $"uses {name.Identifier.Text}",
            AwaitExpressionSyntax => "awaits",
            _ => null,
        }
        where what is not null
        select new Finding(file.Path, SourceFile.Line(node), what);

    private static bool IsMutable(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.StaticKeyword) && !modifiers.Any(SyntaxKind.ReadOnlyKeyword);

    private static bool HasSetter(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Any(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration) && !IsPrivate(accessor)) ?? false;

    private static bool IsPrivate(AccessorDeclarationSyntax accessor) => accessor.Modifiers.Any(SyntaxKind.PrivateKeyword);
}
