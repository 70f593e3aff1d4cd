using Bridge.Benchmarks.Reporting;

namespace Bridge.Benchmarks.Neighbours;

/// <summary>What the healthy doors of one line felt under one trouble; times in milliseconds.</summary>
internal sealed record Felt(string Line, Trouble Trouble, IReadOnlyList<(TimeSpan At, double Milliseconds)> Cards)
{
    private static readonly TimeSpan Onset = TimeSpan.FromSeconds(15);

    public double P50 => Sample.Percentile(Cards.Select(card => card.Milliseconds), 50);

    public double P99 => Sample.Percentile(Cards.Select(card => card.Milliseconds), 99);

    public double Worst => Cards.Max(card => card.Milliseconds);

    public int Unserved => Cards.Count(card => double.IsInfinity(card.Milliseconds));

    /// <summary>The worst while the product was still finding out.</summary>
    public double WorstAtOnset => Cards.Where(card => card.At < Cards[0].At + Onset).Max(card => card.Milliseconds);
}
