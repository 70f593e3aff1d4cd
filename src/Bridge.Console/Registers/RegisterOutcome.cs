using System.Collections.Immutable;
using Bridge.Console.Desk;

namespace Bridge.Console.Registers;

/// <summary>What became of a change of the register.</summary>
public sealed record RegisterOutcome(ActOutcome Outcome)
{
    public ImmutableArray<RowProblem> Problems { get; init; } = [];

    /// <summary>Of the import of a file, done or tried: added, changed, unchanged, removed.</summary>
    public FileCounts? Counts { get; init; }
}
