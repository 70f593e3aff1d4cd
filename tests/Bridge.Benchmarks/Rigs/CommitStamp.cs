using System.Diagnostics;

namespace Bridge.Benchmarks.Rigs;

/// <summary>The journal asks for the time once in each commit, after it has begun the transaction: that tells when.</summary>
internal sealed class CommitStamp : TimeProvider
{
    private long at;

    /// <summary>When the latest commit began, as a <see cref="Stopwatch"/> timestamp.</summary>
    public long At => Volatile.Read(ref at);

    public override DateTimeOffset GetUtcNow()
    {
        Volatile.Write(ref at, Stopwatch.GetTimestamp());
        return System.GetUtcNow();
    }
}
