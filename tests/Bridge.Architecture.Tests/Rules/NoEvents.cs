using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class NoEvents : ISourceRule
{
    public string Says => "No C# events: hand out a channel or an async stream.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { public event System.Action? Opened; }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { public int Event { get; } }
            """),
    ];

    public bool AppliesTo(SourceFile file) => true;

    public IEnumerable<Finding> Check(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        where node is EventFieldDeclarationSyntax or EventDeclarationSyntax
        select new Finding(file.Path, SourceFile.Line(node), "declares an event");
}
