using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class OneTypePerFile : ISourceRule
{
    public string Says => "One top-level type a file, and the file is named after it.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A; class B;
            """),
        new("src/Bridge.Devices/A.cs", """
            namespace N; class B;
            """),
        new("src/Bridge.Devices/A.cs", """
            class A; delegate void C();
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            namespace N; class A { class B; }
            """),
        new("src/Bridge.Devices/A.Reading.cs", """
            partial class A;
            """),
        new("src/Bridge.Devices/A.cs", """
            using System;
            """),
    ];

    public bool AppliesTo(SourceFile file) => true;

    public IEnumerable<Finding> Check(SourceFile file)
    {
        var types = file.Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .ToList();
        foreach (var second in types.Skip(1))
        {
            yield return new Finding(file.Path, SourceFile.Line(second), $"{Name(second)} is a second top-level type");
        }

        // A part of a type is named Type.Part.cs, a component's code Type.razor.cs.
        if (types.FirstOrDefault() is { } first && Path.GetFileName(file.Path).Split('.')[0] != Name(first))
        {
            yield return new Finding(file.Path, SourceFile.Line(first), $"the file is not named after {Name(first)}");
        }
    }

    private static string Name(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => "",
    };
}
