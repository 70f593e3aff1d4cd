using System.Diagnostics;
using Bridge.Benchmarks.Peers;

namespace Bridge.Benchmarks.Osdp;

/// <summary>
/// Counts what passes the link and, when it is asked, reads the line's own thread at the beginning of its next exchange: its processor time and what it
/// has allocated, without the simulator's and without this program's.
/// </summary>
internal sealed class Gauge
{
    private const int MostGaps = 1 << 16;
    private const int Addresses = 128;
    private const int AddressAt = 2;
    private readonly long[] sentAt = new long[Addresses];
    private readonly float[][] gaps = [.. Enumerable.Range(0, Addresses).Select(_ => new float[MostGaps])];
    private readonly int[] gapCounts = new int[Addresses];
    private readonly long[] begun = new long[MostGaps];
    private readonly long[] heard = new long[MostGaps];
    private Reading taken;
    private int asked;
    private long exchanges;
    private long bytes;
    private volatile bool watchesGaps;

    /// <summary>The positive control: each exchange begins a millisecond late, spent computing, and leaves an object behind.</summary>
    public bool IsSpoiled { get; init; }

    public object? LeftBehind { get; private set; }

    public async Task<Reading> TakeAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref asked, 1);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (Volatile.Read(ref asked) == 1)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }

        return taken;
    }

    /// <summary>From now on the time between two exchanges with one reader is kept.</summary>
    public void WatchGaps()
    {
        Array.Clear(sentAt);
        Array.Clear(gapCounts);
        watchesGaps = true;
    }

    /// <summary>Milliseconds between the beginnings of two exchanges with this reader.</summary>
    public IReadOnlyList<double> Gaps(int address) => [.. gaps[address].Take(Volatile.Read(ref gapCounts[address])).Select(gap => (double)gap)];

    /// <summary>When each exchange between two readings began.</summary>
    public IReadOnlyList<long> Begun(Reading from, Reading to) => Between(begun, from, to);

    /// <summary>When the last bytes of each were read.</summary>
    public IReadOnlyList<long> Heard(Reading from, Reading to) => Between(heard, from, to);

    public void Sent(ReadOnlySpan<byte> frame)
    {
        if (IsSpoiled)
        {
            Spoil();
        }

        if (Volatile.Read(ref asked) == 1)
        {
            taken = new Reading(Stopwatch.GetTimestamp(), ThreadPlace.ProcessorSeconds(), GC.GetAllocatedBytesForCurrentThread(), exchanges, bytes);
            Volatile.Write(ref asked, 0);
        }

        begun[exchanges % MostGaps] = Stopwatch.GetTimestamp();
        exchanges++;
        bytes += frame.Length;
        if (watchesGaps)
        {
            KeepGap(frame[AddressAt]);
        }
    }

    public void Received(int count)
    {
        bytes += count;
        heard[Math.Max(0, exchanges - 1) % MostGaps] = Stopwatch.GetTimestamp();
    }

    private static long[] Between(long[] stamps, Reading from, Reading to) =>
        [.. Enumerable.Range(0, (int)Math.Min(to.Exchanges - from.Exchanges, MostGaps)).Select(each => stamps[(from.Exchanges + each) % MostGaps])];

    private void KeepGap(int address)
    {
        var now = Stopwatch.GetTimestamp();
        if (sentAt[address] != 0 && gapCounts[address] < MostGaps)
        {
            gaps[address][gapCounts[address]] = (float)Stopwatch.GetElapsedTime(sentAt[address], now).TotalMilliseconds;
            Volatile.Write(ref gapCounts[address], gapCounts[address] + 1);
        }

        sentAt[address] = now;
    }

    private void Spoil()
    {
        LeftBehind = new object();
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < TimeSpan.FromMilliseconds(1);)
        {
            Thread.SpinWait(10);
        }
    }
}
