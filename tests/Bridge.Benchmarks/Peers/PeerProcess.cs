using System.Diagnostics;
using System.Globalization;

namespace Bridge.Benchmarks.Peers;

/// <summary>A peer that runs until it is disposed; its first line says where it is.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process process;

    private PeerProcess(Process process, string address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>What it printed after "ready".</summary>
    public string Address { get; }

    /// <param name="core">The one processor that it may use.</param>
    public static async Task<PeerProcess> StartAsync(int core, string program, string[] arguments, CancellationToken cancellationToken)
    {
        var process = Start(core, program, arguments);
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return line is not null && line.StartsWith("ready ", StringComparison.Ordinal)
            ? new PeerProcess(process, line["ready ".Length..])
            : throw new InvalidOperationException($"{program} did not get ready: {line}");
    }

    /// <summary>Runs a program on one processor to its end and gives what it printed.</summary>
    public static async Task<string> RunAsync(int core, string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Start(core, program, arguments);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}");
    }

    public void Dispose()
    {
        // The slave has a child process for each connection.
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Start(int core, string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo("taskset", ["-c", core.ToString(CultureInfo.InvariantCulture), program, .. arguments]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
}
