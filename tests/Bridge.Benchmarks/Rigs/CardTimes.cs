namespace Bridge.Benchmarks.Rigs;

/// <summary>One card at one door; in microseconds from the moment the line handed it over.</summary>
/// <param name="Total">Until the lock's pulse was commanded.</param>
/// <param name="Commit">The share from the beginning of the commit to the command.</param>
internal readonly record struct CardTimes(double Total, double Commit)
{
    /// <summary>Look-up, decision, encoding: everything before the commit.</summary>
    public double Decision => Total - Commit;
}
