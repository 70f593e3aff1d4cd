using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bridge.Mutation.Tests.Guards;

/// <summary>
/// Finds what a source file refuses or passes over: conditions that leave early, choices and arms that name a refusal, and the arms that say who may.
/// </summary>
internal sealed class GuardFinder : CSharpSyntaxWalker
{
    private readonly List<(TextSpan Span, GuardKind Kind, string Text, int Line)> found = [];

    public static IReadOnlyList<Guard> In(string file, SyntaxTree tree, int first)
    {
        var finder = new GuardFinder();
        finder.Visit(tree.GetRoot());
        return [.. finder.found.Select((one, index) => new Guard(first + index, file, one.Line, one.Span, one.Kind, one.Text))];
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        if (Last(node.Statement) is ReturnStatementSyntax or ContinueStatementSyntax)
        {
            AddEach(node.Condition, SyntaxKind.LogicalOrExpression, GuardKind.RefusesWhenTrue);
        }

        base.VisitIfStatement(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        if (Refuses(node.WhenTrue))
        {
            AddEach(node.Condition, SyntaxKind.LogicalOrExpression, GuardKind.RefusesWhenTrue);
        }
        else if (Refuses(node.WhenFalse))
        {
            AddEach(node.Condition, SyntaxKind.LogicalAndExpression, GuardKind.RefusesWhenFalse);
        }

        base.VisitConditionalExpression(node);
    }

    public override void VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        if (Refuses(node.Expression) && node.WhenClause is { } when)
        {
            AddEach(when.Condition, SyntaxKind.LogicalOrExpression, GuardKind.RefusesWhenTrue);
        }
        else if (Refuses(node.Expression) && node.Pattern is not DiscardPatternSyntax)
        {
            Add(new TextSpan(node.Pattern.Span.End, 0), GuardKind.Arm, node);
        }
        else if (node.Expression is IsPatternExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression })
        {
            Add(node.Expression.Span, GuardKind.RefusesWhenFalse, node);
        }

        base.VisitSwitchExpressionArm(node);
    }

    // Each part of a chain is a guard of its own.
    private void AddEach(ExpressionSyntax condition, SyntaxKind chain, GuardKind kind)
    {
        if (condition is ParenthesizedExpressionSyntax inner)
        {
            AddEach(inner.Expression, chain, kind);
        }
        else if (condition is BinaryExpressionSyntax both && both.IsKind(chain))
        {
            AddEach(both.Left, chain, kind);
            AddEach(both.Right, chain, kind);
        }
        else
        {
            Add(condition.Span, kind, condition);
        }
    }

    private void Add(TextSpan span, GuardKind kind, SyntaxNode told) =>
        found.Add((span, kind, string.Join(' ', told.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), told.GetLocation().GetLineSpan().StartLinePosition.Line + 1));

    private static StatementSyntax? Last(StatementSyntax statement) => statement is BlockSyntax block ? block.Statements.LastOrDefault() : statement;

    // A choice that leads to another choice refuses nothing by itself.
    private static bool Refuses(ExpressionSyntax expression) => expression switch
    {
        ConditionalExpressionSyntax or SwitchExpressionSyntax => false,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Refusal" or "DenyReason" } } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Refuse" or "Ignore" } } => true,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Refuse" or "Ignore" } } => true,
        _ => false,
    };
}
