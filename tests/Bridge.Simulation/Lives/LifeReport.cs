using Bridge.Invariants;
using Bridge.Journal;
using Bridge.Policy;

namespace Bridge.Simulation.Lives;

/// <summary>What came of one life.</summary>
/// <param name="Inputs">Inputs in the journal.</param>
/// <param name="Compared">Recovered or replayed states that were compared with the living one.</param>
internal sealed record LifeReport(
    int Seed,
    IReadOnlyList<StoredEntry> Journal,
    int Inputs,
    int Compared,
    int Mismatches,
    IReadOnlyList<string> Violations,
    BuildingState Live)
{
    /// <summary>How often each act was done, and other counts by name.</summary>
    public IReadOnlyDictionary<string, int> Done { get; init; } = new Dictionary<string, int>();

    /// <summary>What the SQL invariants found in its journal.</summary>
    public InvariantReport Invariants { get; init; } = InvariantReport.None;

    public override string ToString() => $"seed {Seed}: {Inputs} inputs, {Compared} replays compared, {Violations.Count} violations\n  {string.Join("\n  ", Violations.Take(5))}";
}
