using System.Diagnostics;
using System.Text.Json;
using Bridge.Simulators.Cli.Demo.Admission;
using Bridge.Simulators.Processes;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>The product's own verbs, run as its user would.</summary>
internal sealed class ProductCommands(string assembly, DemoSite site)
{
    /// <summary>The cards' register, then the residents' one: its households first, and the lists that name them.</summary>
    /// <returns>The first that failed, or the last.</returns>
    public async Task<CommandOutput> ImportAsync(CancellationToken cancellationToken)
    {
        var output = await RunAsync(["import", "--site", site.SiteFile, site.Residents], cancellationToken);
        foreach (var list in DemoRegister.Names)
        {
            if (output.ExitCode == 0)
            {
                output = await RunAsync(["import", list, "--site", site.SiteFile, site.ListFile(list)], cancellationToken);
            }
        }

        return output;
    }

    public BridgeProcess Start(bool showOutput) => BridgeProcess.Start(
        assembly, site.HttpPort, ["run", "--site", site.SiteFile, "--demo-users", site.Users], showOutput ? Console.WriteLine : null);

    /// <summary>What the journal holds: the ids of its events after a sequence, and how many reads.</summary>
    public async Task<JournalContents> EventIdsAsync(long after, CancellationToken cancellationToken)
    {
        var export = await RunAsync(["journal", "export", "--site", site.SiteFile, "--format", "jsonl"], cancellationToken);
        var entries = export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith('{'))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        return JournalContents.Of("demo-tower", after, entries);
    }

    public Task<CommandOutput> VerifyAsync(CancellationToken cancellationToken) =>
        RunAsync(["journal", "verify", "--site", site.SiteFile], cancellationToken);

    private async Task<CommandOutput> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The product did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new CommandOutput(process.ExitCode, await output + await errors);
    }
}
