using System.Diagnostics;
using Bridge.Benchmarks.Reporting;

namespace Bridge.Benchmarks.Osdp;

/// <summary>What was measured of one load. Times in milliseconds, processor time in microseconds.</summary>
internal sealed record Figures(Load Load, Reading From, Reading To, IReadOnlyList<double> Cards, int Missed)
{
    public double PerSecond => Exchanges / Seconds;

    /// <summary>What the wire could have done with the very bytes that went over it.</summary>
    public double Limit => Exchanges / Load.Seconds(To.Bytes - From.Bytes, Exchanges);

    public double Share => PerSecond / Limit;

    public double ProcessorMicroseconds => (To.ProcessorSeconds - From.ProcessorSeconds) * 1e6 / Exchanges;

    public double BytesAllocated => (double)(To.Allocated - From.Allocated) / Exchanges;

    public double P50 => Sample.Percentile(Cards, 50);

    public double P99 => Sample.Percentile(Cards, 99);

    /// <summary>Half a cycle, then the answer.</summary>
    public double LimitP50 => 1000 * ((Load.CycleSeconds / 2) + Load.ReportSeconds);

    public double LimitP99 => 1000 * ((Load.CycleSeconds * 0.99) + Load.ReportSeconds);

    private long Exchanges => To.Exchanges - From.Exchanges;

    private double Seconds => Stopwatch.GetElapsedTime(From.At, To.At).TotalSeconds;
}
