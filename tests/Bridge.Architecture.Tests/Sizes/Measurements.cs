using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Sizes;

/// <summary>The three sizes that have limits. Only what is over its limit is reported.</summary>
public static class Measurements
{
    public const int FileLines = 300;
    public const int MethodLines = 40;
    public const int ConstructorParameters = 6;

    public static SortedDictionary<string, int> Exceeding(IEnumerable<SourceFile> files) =>
        new(files.SelectMany(Of).GroupBy(size => size.Key).ToDictionary(group => group.Key, group => group.Max(size => size.Value)), StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, int>> Of(SourceFile file)
    {
        var lines = file.Tree.GetText().Lines.Count(line => line.Span.Length > 0 || line.EndIncludingLineBreak > line.End);
        if (lines > FileLines)
        {
            yield return new($"{file.Path} lines", lines);
        }

        foreach (var method in file.Root.DescendantNodes().Where(IsCode))
        {
            if (Lines(method) > MethodLines)
            {
                yield return new($"{file.Path} {Name(method)} lines", Lines(method));
            }
        }

        var top = file.Root.Members.OfType<GlobalStatementSyntax>().ToList();
        if (top.Count > 0 && Lines(top[0], top[^1]) > MethodLines)
        {
            yield return new($"{file.Path} top level lines", Lines(top[0], top[^1]));
        }

        foreach (var (name, count) in Constructors(file).Where(constructor => constructor.Count > ConstructorParameters))
        {
            yield return new($"{file.Path} {name} constructor parameters", count);
        }
    }

    /// <summary>A property that only lists values is a table, and a table may be as long as its subject.</summary>
    private static bool IsCode(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax => true,
        PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => !IsTable(value),
        IndexerDeclarationSyntax { ExpressionBody: not null } => true,
        _ => false,
    };

    private static bool IsTable(ExpressionSyntax value) => value is BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax;

    /// <summary>Records are data and may have as many parts as their subject; a class that needs many things does too much.</summary>
    private static IEnumerable<(string Name, int Count)> Constructors(SourceFile file) =>
        file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Where(type => type is not RecordDeclarationSyntax)
            .SelectMany(type => type.Members.OfType<ConstructorDeclarationSyntax>()
                .Select(constructor => constructor.ParameterList)
                .Append(type.ParameterList)
                .Select(list => (type.Identifier.Text, list?.Parameters.Count ?? 0)));

    private static int Lines(SyntaxNode node) => Lines(node, node);

    private static int Lines(SyntaxNode first, SyntaxNode last)
    {
        var start = first.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault()?.GetLastToken().GetNextToken() ?? first.GetFirstToken();
        return SourceFile.Line(last.GetLastToken().GetLocation()) - SourceFile.Line(start.GetLocation()) + 1;
    }

    private static string Name(SyntaxNode node)
    {
        var type = node.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text;
        var member = node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax => "constructor",
            LocalFunctionStatementSyntax function => function.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            AccessorDeclarationSyntax accessor => $"{(accessor.Parent?.Parent as PropertyDeclarationSyntax)?.Identifier.Text ?? "this"}.{accessor.Keyword.Text}",
            _ => node.Kind().ToString(),
        };
        return type is null ? member : $"{type}.{member}";
    }

    private static Microsoft.CodeAnalysis.CSharp.SyntaxKind Kind(this SyntaxNode node) => Microsoft.CodeAnalysis.CSharp.CSharpExtensions.Kind(node);
}
