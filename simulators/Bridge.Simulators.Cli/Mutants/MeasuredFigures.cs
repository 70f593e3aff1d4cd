namespace Bridge.Simulators.Cli.Mutants;

/// <summary>What is written down of a mutation run.</summary>
/// <param name="Code">The digest of what was measured: other code needs a run of its own.</param>
/// <param name="Folders">The folders of the policy; "." is its own files.</param>
internal sealed record MeasuredFigures(string Code, SortedDictionary<string, MutantCount> Folders);
