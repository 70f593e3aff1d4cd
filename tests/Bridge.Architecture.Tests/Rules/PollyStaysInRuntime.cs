using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class PollyStaysInRuntime : ISourceRule
{
    public string Says => "Retries and back-off live in the host's Runtime: there is one place to ask why it tried again.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Devices/A.cs", """
            using Polly;
            class A;
            """),
        new("src/Bridge.Host/Api/A.cs", """
            using Polly.Retry;
            class A;
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            using Pollyanna;
            class A;
            """),
    ];

    public bool AppliesTo(SourceFile file) => file.IsProduct && !file.IsRuntime;

    public IEnumerable<Finding> Check(SourceFile file) =>
        from directive in file.Root.DescendantNodes().OfType<UsingDirectiveSyntax>()
        where directive.NamespaceOrType.ToString() is "Polly" || directive.NamespaceOrType.ToString().StartsWith("Polly.", StringComparison.Ordinal)
        select new Finding(file.Path, SourceFile.Line(directive), "uses Polly");
}
