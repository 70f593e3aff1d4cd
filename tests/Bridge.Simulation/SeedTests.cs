using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Bridge.Invariants;
using Bridge.Simulation.Lives;

namespace Bridge.Simulation;

/// <summary>
/// Many lives of a building, each from its seed. More of them: SIMULATION_SEEDS=2000 dotnet test --project tests/Bridge.Simulation. One life alone:
/// SIMULATION_SEED=17.
/// </summary>
public sealed class SeedTests(ITestOutputHelper output)
{
    private static readonly int Seeds = Number("SIMULATION_SEEDS") ?? 100;

    [Fact]
    public async Task ReplayingTheJournalGivesTheLiveState()
    {
        var watch = Stopwatch.StartNew();
        var seeds = Number("SIMULATION_SEED") is { } one ? [one] : Enumerable.Range(1, Seeds);
        var reports = new ConcurrentBag<LifeReport>();
        await Parallel.ForEachAsync(seeds, TestContext.Current.CancellationToken, async (seed, stop) =>
        {
            var report = await Seed.LiveAsync(new LifeOptions(seed), stop);
            reports.Add(report with { Journal = report.Violations.Count == 0 ? [] : report.Journal });
        });
        Tell(reports, watch.Elapsed);
        var broken = reports.Where(report => report.Violations.Count > 0).OrderBy(report => report.Seed).ToList();
        Assert.Equal(0, reports.Sum(report => report.Mismatches));
        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(5).Select(Story)));
        Assert.True(reports.Sum(report => report.Compared) > 5 * reports.Count, "too few replays were compared to prove anything");
    }

    [Fact]
    public async Task OneSeedIsOneLife()
    {
        var first = await Seed.LiveAsync(new LifeOptions(3), TestContext.Current.CancellationToken);
        var second = await Seed.LiveAsync(new LifeOptions(3), TestContext.Current.CancellationToken);
        var other = await Seed.LiveAsync(new LifeOptions(4), TestContext.Current.CancellationToken);
        Assert.Equal(Outline(first), Outline(second));
        Assert.NotEqual(Outline(first), Outline(other));
    }

    private void Tell(ConcurrentBag<LifeReport> reports, TimeSpan took)
    {
        output.WriteLine($"{reports.Count} seeds, {reports.Sum(report => report.Inputs)} inputs, {took.TotalSeconds:0.0} s");
        output.WriteLine($"{reports.Sum(report => report.Mismatches)} mismatches of {reports.Sum(report => report.Compared)} replays compared");
        output.WriteLine($"{reports.Sum(report => report.Violations.Count)} violations");
        output.WriteLine(reports.Aggregate(InvariantReport.None, (sum, report) => sum.And(report.Invariants)).ToString());
        foreach (var group in reports.SelectMany(report => report.Done).GroupBy(pair => pair.Key).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {group.Key}: {group.Sum(pair => pair.Value)}");
        }
    }

    private static string Story(LifeReport report) =>
        $"{report}\n  again: SIMULATION_SEED={report.Seed} dotnet test --project tests/Bridge.Simulation";

    // Ids in the register are drawn at random and are not part of the story.
    private static string[] Outline(LifeReport report) =>
        [.. report.Journal.Select(entry => $"{entry.Position.Sequence} {entry.Entry.Kind} {entry.Entry.Door} {entry.Entry.Elapsed} {entry.Entry.OccurredAt:O}")];

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
