using System.Globalization;

namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>What a campaign came to.</summary>
/// <param name="Slowest">The longest time that one batch took.</param>
/// <param name="MostAllocated">In one batch, after the worker's first.</param>
/// <param name="Grown">How much more memory the process has at the end, in bytes.</param>
/// <param name="Finding">What must not be, and how to have it again; null when there was nothing.</param>
internal sealed record FuzzOutcome(long Cases, int Threads, TimeSpan Took, TimeSpan Slowest, long MostAllocated, long Grown, string? Finding)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Figures}, {(Finding is null ? "nothing found" : $"found: {Finding}")}");

    private string Figures => string.Create(
        CultureInfo.InvariantCulture,
        $"{Cases} frames on {Threads} threads in {Took.TotalSeconds:0.0} s ({Cases / Took.TotalSeconds / 1e6:0.000} million a second), "
        + $"the slowest batch {Slowest.TotalMilliseconds:0} ms, at most {MostAllocated} bytes allocated in a batch, the process {Grown / 1048576.0:0.0} MB larger");
}
