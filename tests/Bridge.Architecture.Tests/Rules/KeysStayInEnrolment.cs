using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests.Rules;

/// <summary>A reader's key is changed, and the key that everybody knows is used, at a person's order alone: in the few files that do an enrolment.</summary>
internal sealed class KeysStayInEnrolment : ISourceRule
{
    private const string Osdp = "src/Bridge.Devices/Osdp/";

    /// <summary>Asks a reader whether it still has the default key, and never finishes the handshake: no session comes of it.</summary>
    private const string Inquiry = "Doctor/ReaderInquiry.cs";

    private static readonly (string Spelling, string[] Allowed)[] Kept =
    [
        ("new KeysetCommand", [Osdp + "Polling/PeripheralEnrolment.cs", Osdp + "Messages/Commands/KeysetCommand.cs"]),
        ("ReaderKey.Default", [Osdp + "Polling/KeyRing.cs", Osdp + "Security/KeyRules.cs", Osdp + Inquiry]),
        ("KeySelector.Default", [Osdp + "Polling/PeripheralEnrolment.cs", Osdp + "Polling/PeripheralChannel.cs", Osdp + "Security/SecurityBlocks.cs", Osdp + Inquiry]),
    ];

    public string Says => "KEYSET and the default key belong to an enrolment that a person ordered (KeyRing, PeripheralEnrolment); the bus doctor may ask whether a reader has it, and nobody else";

    public IReadOnlyList<Sample> Offenders { get; } =
    [
        new("src/Bridge.Devices/Osdp/Polling/OsdpSchedule.cs", "class A { object M(object k) => new KeysetCommand(k); }"),
        new("src/Bridge.Devices/Osdp/Polling/PeripheralSession.cs", "class A { object M() => ReaderKey.Default(); }"),
        new("src/Bridge.Host/Verbs/Odd.cs", "class A { object M() => KeySelector.Default; }"),
    ];

    public IReadOnlyList<Sample> Harmless { get; } =
    [
        new("src/Bridge.Devices/Osdp/Polling/KeyRing.cs", "class A { object M() => ReaderKey.Default(); }"),
        new("src/Bridge.Devices/Osdp/Polling/OsdpSchedule.cs", "class A { object M() => ReaderKey.Random(); }"),
    ];

    public bool AppliesTo(SourceFile file) => file.IsProduct;

    public IEnumerable<Finding> Check(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        let spelling = node switch
        {
            ObjectCreationExpressionSyntax made => $"new {made.Type}",
            MemberAccessExpressionSyntax member => member.ToString(),
            _ => null,
        }
        where Kept.Any(kept => kept.Spelling == spelling && !kept.Allowed.Contains(file.Path))
        select new Finding(file.Path, SourceFile.Line(node), $"uses {spelling}");
}
