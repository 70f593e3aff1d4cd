using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class NothingLeftUndone : ISourceRule
{
    public string Says => "No notes to oneself and nothing left unwritten.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Devices/A.cs", """
            // TODO: later
            class A;
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { int B() => throw new NotImplementedException(); }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            // says what is left to do in words
            class A;
            """),
    ];

    public bool AppliesTo(SourceFile file) => true;

    private static readonly string[] Notes = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "X" + "XX"];

    public IEnumerable<Finding> Check(SourceFile file)
    {
        foreach (var trivia in file.Root.DescendantTrivia(descendIntoTrivia: false).Where(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
        {
            if (Notes.Any(note => Words(trivia.ToString()).Contains(note)))
            {
                yield return new Finding(file.Path, SourceFile.Line(trivia.GetLocation()), "is a note to oneself");
            }
        }

        foreach (var name in file.Root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.Text == "NotImplementedException"))
        {
            yield return new Finding(file.Path, SourceFile.Line(name), "is not implemented");
        }
    }

    private static string[] Words(string text) => text.Split([' ', ':', '/', '(', ')', '.', ',', '*', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
