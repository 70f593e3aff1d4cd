using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class NoSkippedTests : ISourceRule
{
    public string Says => "No test is switched off; one that needs something of the machine says what, and is skipped only where that is missing.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("tests/A.cs", """
            class A { [Fact(Skip = "later")] void B() { } }
            """),
        new("tests/A.cs", """
            class A { [Fact(Explicit = true)] void B() { } }
            """),
        new("tests/A.cs", """
            class A { [Fact] void B() { Assert.Skip("later"); C(); } }
            """),
        new("tests/A.cs", """
            class A { [Fact] void B() { if (true) { Assert.Skip("later"); } } }
            """),
        new("tests/A.cs", """
            class A { [Fact] void B() { Assert.SkipUnless(false, "later"); } }
            """),
        new("tests/A.cs", """
            class A { [Fact] void B() { Assert.SkipWhen(true, "later"); } }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("tests/A.cs", """
            class A { [Fact(Skip = "needs mosquitto", SkipUnless = nameof(C))] void B() { } }
            """),
        new("tests/A.cs", """
            class A { [Fact(Explicit = false)] void B() { if (!File.Exists(C)) { Assert.Skip("needs mosquitto"); } } }
            """),
        new("tests/A.cs", """
            class A { [Fact] void B() { Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux only"); } }
            """),
    ];

    public bool AppliesTo(SourceFile file) => file.IsTest;

    public IEnumerable<Finding> Check(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        where (node is AttributeSyntax attribute && IsOff(attribute)) || (node is InvocationExpressionSyntax call && IsOff(call))
        select new Finding(file.Path, SourceFile.Line(node), "is switched off");

    private static bool IsOff(AttributeSyntax attribute)
    {
        var values = attribute.ArgumentList?.Arguments.Where(argument => argument.NameEquals is not null)
            .ToDictionary(argument => argument.NameEquals!.Name.Identifier.Text, argument => argument.Expression) ?? [];
        return (values.ContainsKey("Skip") && !values.ContainsKey("SkipUnless") && !values.ContainsKey("SkipWhen"))
            || (values.TryGetValue("Explicit", out var byHand) && !byHand.IsKind(SyntaxKind.FalseLiteralExpression));
    }

    // Skipped at run time is fine where something of the machine decides it, and never where the source already has.
    private static bool IsOff(InvocationExpressionSyntax call) => call.Expression.ToString() switch
    {
        "Assert.Skip" => !call.Ancestors().TakeWhile(node => node is not MemberDeclarationSyntax).Any(IsRealCondition),
        "Assert.SkipUnless" or "Assert.SkipWhen" => call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax }, ..],
        _ => false,
    };

    private static bool IsRealCondition(SyntaxNode node) =>
        node is IfStatementSyntax { Condition: not LiteralExpressionSyntax } or SwitchSectionSyntax or CatchClauseSyntax;
}
