using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class ReaderLocksAreTimed : ISourceRule
{
    private const string Commands = "src/Bridge.Devices/Osdp/Messages/";

    public string Says => "An OSDP reader's output is switched on by TimedOutCommand alone, which the reader ends by itself; OutCommand only switches off.";

    public IReadOnlyList<Sample> Offenders { get; } =
    [
        new("src/Bridge.Devices/Osdp/Polling/A.cs", "class A { object B() => new OutCommand(0, OutputAction.PermanentOnNow, TimeSpan.Zero); }"),
        new("src/Bridge.Devices/Osdp/Polling/A.cs", "class A { object B() => new OutCommand(0, OutputAction.TemporaryOn, TimeSpan.FromHours(9)); }"),
        new("src/Bridge.Devices/Osdp/Polling/A.cs", "class A { object B() => new OutCommand(0, (OutputAction)2, TimeSpan.Zero); }"),
        new("src/Bridge.Devices/Osdp/Polling/A.cs", "class A { object B(byte c) => new OutCommand(0, c.ToAction(), TimeSpan.Zero); }"),
        new("src/Bridge.Devices/Osdp/Polling/A.cs", "class A { OutCommand B(byte c) => new(0, c.ToAction(), TimeSpan.Zero); }"),
        new("src/Bridge.Devices/Osdp/Polling/A.cs", "class A { void B(byte[] c) { OutCommand.TryRead(c, out var d); E(d); } }"),
        new("src/Bridge.Devices/Osdp/Polling/A.cs", "class A { int B(byte[] c) => C.Seal(c, OsdpCommandCode.Out, [0, 2, 0, 0]); }"),
        new("src/Bridge.Devices/Osdp/Polling/A.cs", "class A { OsdpCommandCode Code => OsdpCommandCode.Out; }"),
    ];

    public IReadOnlyList<Sample> Harmless { get; } =
    [
        new("src/Bridge.Devices/Osdp/Polling/A.cs", "class A { object B() => new OutCommand(0, OutputAction.PermanentOffNow, TimeSpan.Zero); }"),
        new("src/Bridge.Devices/Osdp/Polling/A.cs", "class A { object B() => TimedOutCommand.On(0, TimeSpan.FromSeconds(3)); }"),
        new("src/Bridge.Devices/Osdp/Polling/A.cs", "class A { bool B(OsdpCommandCode c) => c switch { OsdpCommandCode.Out => true, _ => false }; }"),
    ];

    public bool AppliesTo(SourceFile file) => file.IsProduct && !file.Path.StartsWith(Commands, StringComparison.Ordinal);

    public IEnumerable<Finding> Check(SourceFile file) =>
        from name in file.Root.DescendantNodes().OfType<IdentifierNameSyntax>()
        where (name.Identifier.Text == "OutCommand" && !IsSwitchingOff(name.Parent))
            || (name.Identifier.Text == "OutputAction" && name.Parent?.ToString() != "OutputAction.PermanentOffNow")
            || (name.Parent is MemberAccessExpressionSyntax access && access.ToString() == "OsdpCommandCode.Out" && access.Parent is not ConstantPatternSyntax)
        select new Finding(file.Path, SourceFile.Line(name), $"switches an output by {name.Parent}");

    private static bool IsSwitchingOff(object? node) =>
        node is ObjectCreationExpressionSyntax { ArgumentList.Arguments: [_, var action, _], Initializer: null }
        && action.Expression.ToString() == "OutputAction.PermanentOffNow";
}
