using System.Runtime.InteropServices;

namespace Bridge.Benchmarks.Peers;

/// <summary>Where the calling thread runs, and what it has used. Linux.</summary>
internal static partial class ThreadPlace
{
    private const int ThisThread = 1;

    /// <summary>Keeps the calling thread on one processor, as taskset does with the peers.</summary>
    public static unsafe void Pin(int core)
    {
        var mask = stackalloc ulong[16];
        new Span<ulong>(mask, 16).Clear();
        mask[core / 64] = 1UL << (core % 64);
        if (SetAffinity(0, 16 * sizeof(ulong), mask) != 0)
        {
            throw new InvalidOperationException($"Processor {core} is not to be had: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    /// <summary>Processor time of the calling thread in seconds, user and system.</summary>
    public static unsafe double ProcessorSeconds()
    {
        // struct rusage: two timevals, then fourteen counters.
        var usage = stackalloc long[18];
        return Usage(ThisThread, usage) == 0 ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6) : throw new InvalidOperationException("getrusage failed.");
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static unsafe partial int SetAffinity(int process, nuint size, ulong* mask);

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static unsafe partial int Usage(int who, long* usage);
}
