using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class NoVagueNames : ISourceRule
{
    public string Says => "No type name ends in Manager, Helper, Util, Common, Base or Processor; Service only for a hosted service. Say what it does.";

    public IReadOnlyList<Sample> Offenders { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class DoorManager;
            """),
        new("src/Bridge.Devices/A.cs", """
            static class ByteUtils;
            """),
        new("src/Bridge.Devices/A.cs", """
            class DoorService;
            """),
    ];

    public IReadOnlyList<Sample> Harmless { get; } = [
        new("src/Bridge.Devices/A.cs", """
            class PumpService : BackgroundService;
            """),
        new("src/Bridge.Devices/A.cs", """
            class Database;
            """),
    ];

    public bool AppliesTo(SourceFile file) => true;

    private static readonly string[] Endings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Base", "Processor"];

    public IEnumerable<Finding> Check(SourceFile file) =>
        from type in file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        let name = type.Identifier.Text
        where Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
            || (name.EndsWith("Service", StringComparison.Ordinal) && !IsHosted(type))
        select new Finding(file.Path, SourceFile.Line(type), $"{name} is a vague name");

    private static bool IsHosted(BaseTypeDeclarationSyntax type) =>
        type.BaseList?.Types.Any(parent => parent.Type.ToString() is "IHostedService" or "IHostedLifecycleService" or "BackgroundService") ?? false;
}
