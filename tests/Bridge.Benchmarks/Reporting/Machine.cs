using System.Runtime.InteropServices;

namespace Bridge.Benchmarks.Reporting;

/// <summary>On what the figures were taken.</summary>
internal static class Machine
{
    /// <summary>The kernel's load averages over 1, 5 and 15 minutes; the benchmark's own share is in them.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";

    public static void Describe() => System.Console.WriteLine(
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, load {Load}");
}
