using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Kill;

/// <summary>A program that is killed, and what becomes of its files each time (one of these, drawn).</summary>
/// <param name="Fault">Null for the product.</param>
internal sealed record Candidate(string Name, string? Fault, IReadOnlyList<Fate> Fates)
{
    public static Candidate Product { get; } = new("product", null, [Fate.Kill, Fate.Kill, Fate.None, Fate.Some]);

    public static Candidate KilledProduct { get; } = new("product", null, [Fate.Kill]);

    public static Candidate SynchronousOff { get; } = new("control: synchronous=OFF", "SynchronousOff", [Fate.None, Fate.Some]);

    public static Candidate AcknowledgedFirst { get; } = new("control: acknowledged before commit", "AcknowledgedFirst", [Fate.Kill]);

    public static Candidate OldReadsAreNew { get; } = new("control: old reads are new", "OldReadsAreNew", [Fate.Kill]);

    public static Candidate LeaksDescriptors { get; } = new("control: a descriptor each time", "LeaksDescriptors", [Fate.Kill]);

    public string Assembly => Fault is null ? Built.Product : Built.FaultyBridge;

    public IReadOnlyList<string> Arguments(string siteFile) => Fault is null ? ["run", "--site", siteFile] : [Fault, siteFile];
}
