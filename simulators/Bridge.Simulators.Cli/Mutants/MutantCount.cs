namespace Bridge.Simulators.Cli.Mutants;

/// <summary>The mutants of one folder of the policy, and how many of them no test noticed.</summary>
/// <param name="Unnoticed">Survived, or in code that no test reaches.</param>
internal sealed record MutantCount(int Mutants, int Unnoticed)
{
    /// <summary>In per cent, rounded down: a hundred is every one.</summary>
    public int Score => Mutants == 0 ? 100 : 100 * (Mutants - Unnoticed) / Mutants;
}
