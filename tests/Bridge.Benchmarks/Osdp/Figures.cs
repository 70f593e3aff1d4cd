using Bridge.Benchmarks.Reporting;

namespace Bridge.Benchmarks.Osdp;

/// <summary>What was measured of one load: medians over its windows, so that one disturbance of the machine is not the figure. Times in milliseconds.</summary>
internal sealed record Figures(Load Load, IReadOnlyList<Window> Windows, IReadOnlyList<double> Cards, int Missed)
{
    public double PerSecond => Median(window => window.PerSecond);

    public double Limit => Median(window => window.Limit);

    public double Share => Median(window => window.Share);

    public double NominalShare => Median(window => window.NominalShare);

    public double Turnaround => Median(window => window.Delays.Turnaround.TotalMilliseconds);

    public double HeardMicroseconds => Median(window => window.Delays.Heard.TotalMicroseconds);

    public double SentMicroseconds => Median(window => window.Delays.Sent.TotalMicroseconds);

    public double ProcessorMicroseconds => Median(window => window.ProcessorMicroseconds);

    /// <summary>Over all windows.</summary>
    public double BytesAllocated =>
        (double)(Windows[^1].To.Allocated - Windows[0].From.Allocated) / (Windows[^1].To.Exchanges - Windows[0].From.Exchanges);

    public double P50 => Sample.Percentile(Cards, 50);

    public double P99 => Sample.Percentile(Cards, 99);

    /// <summary>Half a cycle, then the answer.</summary>
    public double LimitP50 => 1000 * ((Load.CycleSeconds / 2) + Load.ReportSeconds);

    public double LimitP99 => 1000 * ((Load.CycleSeconds * 0.99) + Load.ReportSeconds);

    private double Median(Func<Window, double> figure) => Sample.Median(Windows.Select(figure));
}
