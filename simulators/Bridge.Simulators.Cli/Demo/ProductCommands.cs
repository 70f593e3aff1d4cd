using System.Diagnostics;
using System.Text.Json;
using Bridge.Simulators.Cli.Demo.Admission;
using Bridge.Simulators.Processes;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>The product's own verbs, run as its user would.</summary>
internal sealed class ProductCommands(string assembly, DemoSite site)
{
    /// <summary>The cards' register, the households of the residents' one, then all lists that name them at once: most of a verb's time is its start.</summary>
    /// <returns>The first that failed, or one that did not.</returns>
    public async Task<CommandOutput> ImportAsync(CancellationToken cancellationToken)
    {
        if (await RunAsync(["import", "--site", site.SiteFile, site.Residents], cancellationToken) is { ExitCode: not 0 } failed)
        {
            return failed;
        }

        var first = await ImportAsync(DemoRegister.Names[0], cancellationToken);
        var rest = first.ExitCode == 0 ? await Task.WhenAll(DemoRegister.Names.Skip(1).Select(list => ImportAsync(list, cancellationToken))) : [];
        return rest.FirstOrDefault(output => output.ExitCode != 0) ?? first;
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

    private Task<CommandOutput> ImportAsync(string list, CancellationToken cancellationToken) =>
        RunAsync(["import", list, "--site", site.SiteFile, site.ListFile(list)], cancellationToken);

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
