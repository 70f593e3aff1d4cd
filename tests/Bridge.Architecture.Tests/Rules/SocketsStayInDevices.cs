using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

internal sealed class SocketsStayInDevices : ISourceRule
{
    private static readonly string[] Sockets = ["Socket", "TcpClient", "UdpClient", "NetworkStream"];

    public string Says => "Connections to devices are opened in Bridge.Devices only; the other leaves use their library's.";

    public IReadOnlyList<Sample> Offenders { get; } =
    [
        new("src/Bridge.Journal/A.cs", "class A { void B() { using var socket = new Socket(C, D, E); } }"),
        new("src/Bridge.Outbound/A.cs", "class A { private readonly TcpClient _client; }"),
    ];

    public IReadOnlyList<Sample> Harmless { get; } =
        [new("src/Bridge.Outbound/A.cs", "class A { void B() { try { C(); } catch (SocketException problem) { D(problem); } } }")];

    public bool AppliesTo(SourceFile file) => file.IsLeaf && !file.Path.StartsWith("src/Bridge.Devices/", StringComparison.Ordinal);

    public IEnumerable<Finding> Check(SourceFile file) =>
        from name in file.Root.DescendantNodes().OfType<IdentifierNameSyntax>()
        where Sockets.Contains(name.Identifier.Text)
        select new Finding(file.Path, SourceFile.Line(name), $"uses {name.Identifier.Text}");
}
