using System.Diagnostics;

namespace Bridge.Benchmarks.Osdp;

/// <summary>A second or so of exchanges, between the beginnings of two of them.</summary>
/// <param name="Turnaround">What the simulated readers really took, on average: from the end of a command on the wire to the beginning of the reply.</param>
internal sealed record Window(Load Load, Reading From, Reading To, TimeSpan Turnaround)
{
    public double PerSecond => Exchanges / Stopwatch.GetElapsedTime(From.At, To.At).TotalSeconds;

    /// <summary>What the wire could have done with the very bytes that went over it, and readers that take the time that these took.</summary>
    public double Limit => Exchanges / Load.Seconds(Bytes, Exchanges, Turnaround);

    public double Share => PerSecond / Limit;

    /// <summary>The share of what would have been possible had the simulator been exact.</summary>
    public double NominalShare => PerSecond * Load.Seconds(Bytes, Exchanges, Load.Turnaround) / Exchanges;

    public double ProcessorMicroseconds => (To.ProcessorSeconds - From.ProcessorSeconds) * 1e6 / Exchanges;

    private long Exchanges => To.Exchanges - From.Exchanges;

    private long Bytes => To.Bytes - From.Bytes;

    public static Window Between(Load load, Gauge gauge, Reading from, Reading to, IReadOnlyList<long> sent) =>
        new(load, from, to, load.MeanTurnaround(gauge.Writes(from, to), sent, (double)(to.Bytes - from.Bytes) / (to.Exchanges - from.Exchanges)));
}
