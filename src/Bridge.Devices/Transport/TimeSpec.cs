using System.Runtime.InteropServices;

namespace Bridge.Devices.Transport;

/// <summary>struct timespec.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TimeSpec
{
    public nint Seconds;
    public nint Nanoseconds;

    public static TimeSpec From(TimeSpan span) => new()
    {
        Seconds = (nint)(span.Ticks / TimeSpan.TicksPerSecond),
        Nanoseconds = (nint)(span.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick),
    };
}
