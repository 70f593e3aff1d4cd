using System.CommandLine;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge run: the service itself.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var site = SiteOption.Create();
        var command = new Command("run", "Run the bridge until it is stopped.") { site };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(site), parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, TextWriter errors, CancellationToken cancellationToken)
    {
        var (site, exit) = await LoadedSite.LoadAsync(path, errors, cancellationToken);
        if (site is null)
        {
            return exit;
        }

        foreach (var warning in site.Warnings)
        {
            await errors.WriteLineAsync($"warning: {warning}");
        }

        return await Composition.RunAsync(site.Configuration, Path.GetFullPath(path), cancellationToken);
    }
}
