using System.Globalization;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>Two samples of times: their medians, and the rank test of Mann and Whitney.</summary>
/// <param name="Z">How many standard deviations the ranks lie from those of one and the same distribution.</param>
internal sealed record TimeComparison(double First, double Second, double Z)
{
    /// <summary>Milliseconds; on one host a network adds more than this to every answer.</summary>
    private const double Noticeable = 1;

    /// <summary>Less often than once in a million by chance.</summary>
    private const double Sure = 4.9;

    /// <summary>Both: surely another distribution, and by so much that it could be used.</summary>
    public bool TellsApart => Math.Abs(First - Second) >= Noticeable && Math.Abs(Z) >= Sure;

    public static TimeComparison Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var ranks = first.Select(time => (Time: time, IsFirst: true)).Concat(second.Select(time => (Time: time, IsFirst: false))).OrderBy(one => one.Time)
            .Select((one, at) => (one.IsFirst, Rank: at + 1.0)).Where(one => one.IsFirst).Sum(one => one.Rank);
        double n = first.Count;
        double m = second.Count;
        var u = ranks - (n * (n + 1) / 2);
        return new TimeComparison(Median(first), Median(second), (u - (n * m / 2)) / Math.Sqrt(n * m * (n + m + 1) / 12));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"medians {First:F3} and {Second:F3} ms, difference {First - Second:F3} ms, z = {Z:F2}, {(TellsApart ? "told apart" : "not told apart")}");

    private static double Median(IReadOnlyList<double> times) => times.Order().ElementAt(times.Count / 2);
}
