using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bridge.Simulators.Osdp.Lines;

/// <summary>
/// Waits to within some microseconds. It naps while there is time, by the kernel's timers where they are fine enough, and spins only for the last moment,
/// so that an idle line costs nothing.
/// </summary>
internal static partial class PreciseWait
{
    private const int SetTimerSlack = 29;
    private const nuint SlackNanoseconds = 1000;
    private static readonly long SpinTime = Stopwatch.Frequency * 60 / 1_000_000;
    private static readonly long CoarseSpinTime = Stopwatch.Frequency * 2 / 1000;
    private static readonly ManualResetEventSlim Never = new();

    /// <summary>Once on each thread that waits: the kernel may otherwise let its naps last 50 µs longer.</summary>
    public static void Prepare()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = prctl(SetTimerSlack, SlackNanoseconds, 0, 0, 0);
        }
    }

    /// <param name="due">On the clock of <see cref="Stopwatch"/>.</param>
    public static void Until(long due)
    {
        while (due - Stopwatch.GetTimestamp() is var left and > 0)
        {
            if (OperatingSystem.IsLinux() && left > SpinTime)
            {
                Nap(left - SpinTime);
            }
            else if (!OperatingSystem.IsLinux() && left > CoarseSpinTime)
            {
                Never.Wait(TimeSpan.FromSeconds((double)(left - CoarseSpinTime) / Stopwatch.Frequency));
            }
            else
            {
                Thread.SpinWait(10);
            }
        }
    }

    private static void Nap(long ticks)
    {
        var nanoseconds = (long)((double)ticks / Stopwatch.Frequency * 1_000_000_000);
        var time = new Duration((nint)(nanoseconds / 1_000_000_000), (nint)(nanoseconds % 1_000_000_000));
        // A signal may end it early; whoever waits looks at the clock again.
        _ = nanosleep(ref time, 0);
    }

    [LibraryImport("libc")]
    private static partial int nanosleep(ref Duration time, nint left);

    [LibraryImport("libc")]
    private static partial int prctl(int option, nuint first, nuint second, nuint third, nuint fourth);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Duration(nint seconds, nint nanoseconds)
    {
        public readonly nint Seconds = seconds;
        public readonly nint Nanoseconds = nanoseconds;
    }
}
