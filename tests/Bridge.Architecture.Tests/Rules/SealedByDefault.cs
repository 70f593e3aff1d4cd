using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class SealedByDefault : ISourceRule
{
    public string Says => "A class is sealed, static or abstract: inheritance is a decision.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Devices/A.cs", """
            public class A;
            """),
        new("src/Bridge.Devices/A.cs", """
            public record A(int B);
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            public sealed class A { private abstract class B; }
            """),
        new("src/Bridge.Devices/A.cs", """
            public readonly record struct A(int B);
            """),
    ];

    public bool AppliesTo(SourceFile file) => file.IsProduct;

    public IEnumerable<Finding> Check(SourceFile file) =>
        from type in file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type is ClassDeclarationSyntax || (type is RecordDeclarationSyntax record && !record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword))
        where !type.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword)
        select new Finding(file.Path, SourceFile.Line(type), $"{type.Identifier} is open");
}
