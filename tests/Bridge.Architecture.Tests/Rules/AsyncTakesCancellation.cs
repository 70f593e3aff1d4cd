using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class AsyncTakesCancellation : ISourceRule
{
    public string Says => "A public asynchronous method ends in a CancellationToken without default.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Devices/A.cs", """
            public class A { public Task OpenAsync() => X(); }
            """),
        new("src/Bridge.Devices/A.cs", """
            public class A { public Task OpenAsync(CancellationToken stop = default) => X(); }
            """),
        new("src/Bridge.Devices/A.cs", """
            public interface IA { ValueTask<int> ReadAsync(Memory<byte> into); }
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            public class A { public Task OpenAsync(CancellationToken stop) => X(); public ValueTask DisposeAsync() => X(); private Task B() => X(); }
            """),
    ];

    public bool AppliesTo(SourceFile file) => file.IsProduct;

    public IEnumerable<Finding> Check(SourceFile file) =>
        from method in file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        where IsPublic(method) && IsAsynchronous(method.ReturnType) && !IsDictated(method)
        let last = method.ParameterList.Parameters.LastOrDefault()
        where last is null || last.Type?.ToString() != "CancellationToken" || last.Default is not null
        select new Finding(file.Path, SourceFile.Line(method), $"{method.Identifier} does not end in a mandatory CancellationToken");

    private static bool IsPublic(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.PublicKeyword) || method.Parent is InterfaceDeclarationSyntax;

    private static bool IsAsynchronous(TypeSyntax type) => type switch
    {
        IdentifierNameSyntax name => name.Identifier.Text is "Task" or "ValueTask",
        GenericNameSyntax name => name.Identifier.Text is "Task" or "ValueTask" or "IAsyncEnumerable",
        _ => false,
    };

    /// <summary>Signatures that a base class, a framework's interface or a browser's script dictates; and a stop, which is what a cancellation ends in.</summary>
    private static bool IsDictated(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.OverrideKeyword)
        || method.Identifier.Text is "DisposeAsync" or "CheckHealthAsync"
        || method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "JSInvokable")
        || (method.Identifier.Text == "StopAsync" && method.ParameterList.Parameters.Count == 0);
}
