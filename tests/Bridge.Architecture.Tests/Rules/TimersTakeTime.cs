using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class TimersTakeTime : ISourceRule
{
    public string Says => "Delays and timers take a TimeProvider, so that a test can turn the clock.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { Task B(CancellationToken stop) => Task.Delay(Pause, stop); }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { Task B() => Task.Delay(100); }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { using var timer = new PeriodicTimer(Pause); } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { void B() { using var limit = new CancellationTokenSource(Pause); } }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { Task B(CancellationToken stop) => Task.Delay(Pause, _time, stop); void C() { var s = new CancellationTokenSource(); } }
            """),
    ];

    public bool AppliesTo(SourceFile file) => file.IsProduct;

    private static readonly string[] TokenWords = ["cancel", "token", "stop", "abort", "closed"];

    public IEnumerable<Finding> Check(SourceFile file)
    {
        foreach (var node in file.Root.DescendantNodes())
        {
            var arguments = node switch
            {
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Delay" } member } call
                    when member.Expression.ToString() is "Task" or "System.Threading.Tasks.Task" => call.ArgumentList,
                ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "PeriodicTimer" } } created => created.ArgumentList,
                ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "CancellationTokenSource" } } created
                    when created.ArgumentList?.Arguments.Count > 0 => created.ArgumentList,
                _ => null,
            };
            if (arguments is not null && !arguments.Arguments.Skip(1).Any(IsClock))
            {
                yield return new Finding(file.Path, SourceFile.Line(node), $"measures by the machine's clock: {node}");
            }
        }
    }

    private static bool IsClock(ArgumentSyntax argument) =>
        !TokenWords.Any(word => argument.ToString().Contains(word, StringComparison.OrdinalIgnoreCase));
}
