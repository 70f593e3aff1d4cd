using Bridge.Benchmarks.Reporting;
using Bridge.Benchmarks.Rigs;

namespace Bridge.Benchmarks.Growth;

/// <summary>Two sites in turn. Each array: small, large, ratio.</summary>
internal sealed record Comparison(double[] Decision, double[] Total)
{
    public const int Cards = 100;

    public static async Task<Comparison> RunAsync(Extent small, Extent large, int rounds, CancellationToken cancellationToken)
    {
        await using var one = await GrownSite.OpenAsync(small, cancellationToken);
        await using var other = await GrownSite.OpenAsync(large, cancellationToken);
        var (ones, others) = (new List<List<CardTimes>>(), new List<List<CardTimes>>());
        for (var round = -3; round < rounds; round++)
        {
            var first = await one.PresentAsync(Cards, cancellationToken);
            var second = await other.PresentAsync(Cards, cancellationToken);
            if (round >= 0)
            {
                ones.Add(first);
                others.Add(second);
            }
        }

        return new Comparison(Compare(ones, others, time => time.Decision), Compare(ones, others, time => time.Total));
    }

    private static double[] Compare(List<List<CardTimes>> small, List<List<CardTimes>> large, Func<CardTimes, double> what)
    {
        var (ones, others) = (small.Select(round => Sample.Median(round.Select(what))).ToList(), large.Select(round => Sample.Median(round.Select(what))).ToList());
        return [Sample.Median(ones), Sample.Median(others), Sample.Median(ones.Zip(others, (one, other) => other / one))];
    }
}
