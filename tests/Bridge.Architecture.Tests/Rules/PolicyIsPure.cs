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
        new("src/Bridge.Policy/A.cs", """
            class A { object B() => Guid.NewGuid(); }
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { object B() => System.Guid.NewGuid(); }
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { int B() => Random.Shared.Next(); }
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { long B() => global::System.Diagnostics.Stopwatch.GetTimestamp(); }
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { object B() => TimeProvider.System; }
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { void B() => Task.Run(C); }
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { string B() => File.ReadAllText("c"); }
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { bool B() => Directory.Exists("c"); }
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { string B() => Environment.MachineName; }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Policy/A.cs", """
            record A(int B) { private const int C = 1; public int D { get; init; } }
            """),
        new("src/Bridge.Policy/A.cs", """
            class A { bool B(C c) => c.Task && c.File.Random; }
            """),
    ];

    public bool AppliesTo(SourceFile file) => file.IsPolicy;

    private static readonly string[] Outside =
    [
        "Task", "ValueTask", "IAsyncEnumerable", "Thread", "Timer", "TimeProvider", "Stopwatch", "Random", "Guid", "File", "Directory", "Environment",
    ];

    public IEnumerable<Finding> Check(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        let what = node switch
        {
            InterfaceDeclarationSyntax => "declares an interface",
            FieldDeclarationSyntax field when IsMutable(field.Modifiers) => "has a shared field that can change",
            PropertyDeclarationSyntax property when HasSetter(property) => "has a property that can be set",
            SimpleNameSyntax name when Outside.Contains(name.Identifier.Text) && !IsMember(name) => $"uses {name.Identifier.Text}",
            AwaitExpressionSyntax => "awaits",
            _ => null,
        }
        where what is not null
        select new Finding(file.Path, SourceFile.Line(node), what);

    // What stands behind a dot is somebody's member of that name, unless what stands before it is the base library's own namespace.
    private static bool IsMember(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access
        && access.Name == name
        && access.Expression.ToString().Replace("global::", "", StringComparison.Ordinal).Split('.')[0] != "System";

    private static bool IsMutable(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.StaticKeyword) && !modifiers.Any(SyntaxKind.ReadOnlyKeyword);

    private static bool HasSetter(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Any(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration) && !IsPrivate(accessor)) ?? false;

    private static bool IsPrivate(AccessorDeclarationSyntax accessor) => accessor.Modifiers.Any(SyntaxKind.PrivateKeyword);
}
