using System.CommandLine;
using System.Net;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge run: the service itself.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var site = SiteOption.Create();
        var demoUsers = new Option<string?>("--demo-users")
        {
            Description = "For demos: make a user for each role, and write their passwords into this file.",
            HelpName = "file",
        };
        var command = new Command("run", "Run the bridge until it is stopped.") { site, demoUsers };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(site),
            // What goes into a pipe ends in a log, where a code has no business.
            new RunWishes(parsed.GetValue(demoUsers), System.Console.IsOutputRedirected ? null : parsed.InvocationConfiguration.Output),
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, RunWishes wishes, TextWriter errors, CancellationToken cancellationToken)
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

        if (wishes.DemoUsersFile is not null && !IPAddress.IsLoopback(IPAddress.Parse(site.Configuration.Http.Address)))
        {
            await errors.WriteLineAsync($"--demo-users wants http.listen on a loopback address, not {site.Configuration.Http.Address}.");
            return ExitCode.Usage;
        }

        return await Composition.RunAsync(site.Configuration, Path.GetFullPath(path), wishes, cancellationToken);
    }
}
