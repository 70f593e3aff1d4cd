using System.Text.Json.Serialization;

namespace Bridge.Benchmarks.Modbus;

/// <summary>One master's figures of one round; times in microseconds.</summary>
internal sealed record Round(
    [property: JsonPropertyName("transactions")] long Transactions,
    [property: JsonPropertyName("wrong")] long Wrong,
    [property: JsonPropertyName("perSecond")] double PerSecond,
    [property: JsonPropertyName("p50")] double P50,
    [property: JsonPropertyName("p99")] double P99,
    [property: JsonPropertyName("cpuSeconds")] double CpuSeconds)
{
    public double CpuMicroseconds => CpuSeconds * 1e6 / Transactions;

    public long Bytes { get; init; }
}
