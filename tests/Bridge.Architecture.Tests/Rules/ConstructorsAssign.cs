using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class ConstructorsAssign : ISourceRule
{
    public string Says => "A constructor assigns and checks its arguments; whatever starts, subscribes or waits is a method that somebody calls.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { A() { Task.Run(X); } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { A(B b) { b.Changed += X; } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { A() { _timer = new Timer(X); } }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A(B b) { private readonly Task _loop = Task.Run(b.X); }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { private readonly Thread _thread = new Thread(X); }
            """),
        new("src/Bridge.Devices/A.cs", """
            class A { A() { Open(); } }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class A { private readonly int _b; A(int b) { ArgumentNullException.ThrowIfNull(b); _b = Checked(b); } }
            """),
    ];

    public bool AppliesTo(SourceFile file) => !file.IsTest;

    private static readonly string[] Starters =
        ["Run", "Start", "StartNew", "StartAsync", "RunAsync", "Subscribe", "Register", "QueueUserWorkItem", "UnsafeQueueUserWorkItem", "ContinueWith"];

    public IEnumerable<Finding> Check(SourceFile file)
    {
        foreach (var constructor in file.Root.DescendantNodes().OfType<ConstructorDeclarationSyntax>())
        {
            var body = (SyntaxNode?)constructor.Body ?? constructor.ExpressionBody;
            var statements = constructor.Body?.Statements ?? [];
            foreach (var node in statements.Where(statement => !IsPlain(statement)).Concat(Acts(body)).Distinct())
            {
                yield return new Finding(file.Path, SourceFile.Line(node), $"the constructor does more than assign: {Start(node)}");
            }
        }

        foreach (var node in file.Root.DescendantNodes().Where(IsInstanceInitializer).SelectMany(Acts))
        {
            yield return new Finding(file.Path, SourceFile.Line(node), $"an initializer does more than assign: {Start(node)}");
        }
    }

    private static bool IsInstanceInitializer(SyntaxNode node) => node is EqualsValueClauseSyntax && node.Parent switch
    {
        PropertyDeclarationSyntax => true,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } => true,
        _ => false,
    };

    /// <summary>Assignments, local values, checks, and the branches and loops around them.</summary>
    private static bool IsPlain(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax } => true,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => Name(call).StartsWith("Throw", StringComparison.Ordinal),
        LocalDeclarationStatementSyntax or ThrowStatementSyntax or LocalFunctionStatementSyntax => true,
        IfStatementSyntax branch => IsPlain(branch.Statement) && (branch.Else is null || IsPlain(branch.Else.Statement)),
        ForStatementSyntax loop => IsPlain(loop.Statement),
        ForEachStatementSyntax loop => IsPlain(loop.Statement),
        BlockSyntax block => block.Statements.All(IsPlain),
        _ => false,
    };

    private static IEnumerable<SyntaxNode> Acts(SyntaxNode? body) =>
        body?.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax).Where(IsAct) ?? [];

    private static bool IsAct(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.AddAssignmentExpression),
        ObjectCreationExpressionSyntax created => created.Type.ToString() is "Timer" or "Thread" or "System.Threading.Timer" or "System.Threading.Thread",
        InvocationExpressionSyntax call => Starters.Contains(Name(call)),
        _ => false,
    };

    private static string Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        IdentifierNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    private static string Start(SyntaxNode node) => node.ToString().Split('\n')[0].Trim();
}
