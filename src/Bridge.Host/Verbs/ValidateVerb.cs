using System.CommandLine;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge validate: everything that run would check, and nothing started.</summary>
internal static class ValidateVerb
{
    public static Command Create()
    {
        var site = SiteOption.Create();
        var command = new Command("validate", "Check a site file, start nothing.") { site };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(site), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var (site, exit) = await LoadedSite.LoadAsync(path, terminal.Error, cancellationToken);
        if (site is null)
        {
            return exit;
        }

        foreach (var line in SiteSummary.Of(site.Configuration))
        {
            await terminal.Output.WriteLineAsync(line);
        }

        foreach (var warning in site.Warnings)
        {
            await terminal.Output.WriteLineAsync($"warning: {warning}");
        }

        await terminal.Output.WriteLineAsync($"{path} is good: 0 errors, {site.Warnings.Count} warnings");
        return ExitCode.Ok;
    }
}
