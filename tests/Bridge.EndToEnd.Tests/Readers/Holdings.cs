using System.Globalization;

namespace Bridge.EndToEnd.Tests.Readers;

/// <summary>What a process holds, as its system counts it.</summary>
/// <param name="Descriptors">Open files, sockets and the like.</param>
/// <param name="Kilobytes">Memory in RAM. For whoever reads the figures; a garbage collector gives it back when it likes.</param>
internal sealed record Holdings(int Descriptors, int Threads, long Kilobytes)
{
    public static Holdings Of(int process) => new(
        Directory.GetFileSystemEntries($"/proc/{process}/fd").Length,
        Directory.GetDirectories($"/proc/{process}/task").Length,
        long.Parse(
            File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
            CultureInfo.InvariantCulture));

    public override string ToString() => $"{Descriptors} descriptors, {Threads} threads, {Kilobytes / 1024} MB";
}
