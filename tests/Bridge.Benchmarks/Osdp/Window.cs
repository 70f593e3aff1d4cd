using System.Diagnostics;

namespace Bridge.Benchmarks.Osdp;

/// <summary>A second or so of exchanges, between the beginnings of two of them.</summary>
internal sealed record Window(Load Load, Reading From, Reading To, Delays Delays)
{
    public double PerSecond => Exchanges / Stopwatch.GetElapsedTime(From.At, To.At).TotalSeconds;

    /// <summary>What the wire could have done with the very bytes that went over it, and readers that take the time that these took.</summary>
    public double Limit => Exchanges / Load.Seconds(Bytes, Exchanges, Delays.Turnaround);

    public double Share => PerSecond / Limit;

    /// <summary>The share of what would have been possible had the simulator been exact.</summary>
    public double NominalShare => PerSecond * Load.Seconds(Bytes, Exchanges, Load.Turnaround) / Exchanges;

    public double ProcessorMicroseconds => (To.ProcessorSeconds - From.ProcessorSeconds) * 1e6 / Exchanges;

    private long Exchanges => To.Exchanges - From.Exchanges;

    private long Bytes => To.Bytes - From.Bytes;

    public static Window Between(Load load, Gauge gauge, Reading from, Reading to, IReadOnlyList<long> left) => new(
        load, from, to, Delays.Between(load, gauge.Begun(from, to), gauge.Heard(from, to), left, (double)(to.Bytes - from.Bytes) / (to.Exchanges - from.Exchanges)));
}
