using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class NoSkippedTests : ISourceRule
{
    public string Says => "No test is switched off; one that needs something of the machine says what, and is skipped only where that is missing.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("tests/A.cs", """
            class A { [Fact(Skip = "later")] void B() { } }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("tests/A.cs", """
            class A { [Fact(Skip = "needs mosquitto", SkipUnless = nameof(C))] void B() { } }
            """),
    ];

    public bool AppliesTo(SourceFile file) => file.IsTest;

    public IEnumerable<Finding> Check(SourceFile file) =>
        from attribute in file.Root.DescendantNodes().OfType<AttributeSyntax>()
        let names = attribute.ArgumentList?.Arguments.Select(argument => argument.NameEquals?.Name.Identifier.Text).ToList() ?? []
        where names.Contains("Skip") && !names.Contains("SkipUnless") && !names.Contains("SkipWhen")
        select new Finding(file.Path, SourceFile.Line(attribute), "is switched off");
}
