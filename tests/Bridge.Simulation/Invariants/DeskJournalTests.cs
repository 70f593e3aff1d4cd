using System.Globalization;
using Bridge.Invariants;
using Bridge.Policy;
using Bridge.Policy.Tests.Admission;
using Bridge.Simulation.Explanations;
using Bridge.Simulation.Lives;

namespace Bridge.Simulation.Invariants;

/// <summary>
/// The SQL invariants over journals of random lives at a desk; and over those of policies with a fault, which they have to see. The long form:
/// INVARIANT_LIVES=2000.
/// </summary>
public sealed class DeskJournalTests(ITestOutputHelper output)
{
    private const int Fewest = 40;

    private static readonly int Lives = int.TryParse(Environment.GetEnvironmentVariable("INVARIANT_LIVES"), CultureInfo.InvariantCulture, out var set) ? set : Fewest;

    /// <summary>The fault, and the question that has to find it in what it left behind.</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { "nobody looks whether the evidence was used before", "evidence-used-twice" },
        { "a yes holds for two minutes", "evidence-too-old" },
        { "the key opens without any evidence", "grant-without-evidence" },
        { "the key opens the door that it names", "wrong-door" },
    };

    [Fact]
    public void NoJournalOfADeskBreaksAnInvariant()
    {
        var sum = InvariantReport.None;
        for (var seed = 1UL; seed <= (ulong)Lives; seed++)
        {
            sum = sum.And(Of(seed, BuildingPolicy.Decide));
        }

        output.WriteLine($"{Lives} lives at a desk, seeds 1 to {Lives}: {sum}");
        Assert.Empty(sum.Violations);
        Assert.True(sum.ByKey > Lives, "too few openings to prove anything");
    }

    [Theory, MemberData(nameof(Faults))]
    public void AFaultIsFoundInTheJournalThatItLeft(string fault, string invariant)
    {
        var grants = 0L;
        for (var seed = 1UL; seed <= Fewest * 5; seed++)
        {
            var report = Of(seed, DeskFaults.All[fault]());
            grants += report.ByKey;
            if (report.Violations.FirstOrDefault(one => one.Invariant == invariant) is { } found)
            {
                output.WriteLine($"{fault}: found in journal {seed}, after {grants} grants by the open key: {found}");
                return;
            }
        }

        Assert.Fail($"{Fewest * 5} journals did not show: {fault}");
    }

    private static InvariantReport Of(ulong seed, DeskDecider decide)
    {
        using var folder = new LifeFolder();
        DeskJournal.Write(seed, decide, folder.Journal);
        return JournalInvariants.Check(folder.Journal, DateTimeOffset.UnixEpoch);
    }
}
