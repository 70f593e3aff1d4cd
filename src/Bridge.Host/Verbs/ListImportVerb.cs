using System.CommandLine;
using Bridge.Host.Configuration;
using Bridge.Host.Import;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge import households and the like: one list of the register becomes what its CSV file says, all of it or nothing.</summary>
internal static class ListImportVerb
{
    public static Command Create(ResidentList list)
    {
        var name = list.ToString().ToLowerInvariant();
        var columns = ListColumns.Of(list);
        var site = SiteOption.Create();
        var file = new Argument<string>("file") { Description = $"A CSV file, UTF-8, with the columns {string.Join(",", columns.All)}; needed are {string.Join(",", columns.Required)}." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything, write nothing." };
        var removals = new Option<bool>("--allow-removals") { Description = $"Import also when more than {RemovalLimit.Percent} percent of the rows would be removed." };
        var command = new Command(name, $"Make the list of {name} what a CSV file says: who is not in the file is removed.") { site, file, dryRun, removals };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            list,
            (parsed.GetRequiredValue(site), parsed.GetRequiredValue(file)),
            new ImportWish(parsed.GetValue(dryRun), parsed.GetValue(removals)),
            parsed.InvocationConfiguration,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ResidentList list, (string Site, string File) paths, ImportWish wish, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var (site, exit) = await LoadedSite.LoadAsync(paths.Site, terminal.Error, cancellationToken);
        if (site is null)
        {
            return exit;
        }

        switch (ListFile.Load(paths.File, list, site.Configuration.TimeZone))
        {
            case ListFileResult.NotRead notRead:
                await terminal.Error.WriteLineAsync(notRead.Reason);
                return ExitCode.NoInput;
            case ListFileResult.Refused refused:
                await ImportReport.WriteAsync(refused.Errors, terminal.Error, cancellationToken);
                return ExitCode.BadData;
            case ListFileResult.Ready ready when wish.DryRun && !File.Exists(site.Configuration.Paths.Register):
                // Without a register there is nothing to compare with, and to open it would be to make it.
                await terminal.Output.WriteLineAsync($"{paths.File} is good: {ready.Lines.Count} rows; dry run, nothing was written");
                return ExitCode.Ok;
            case ListFileResult.Ready ready:
                site.Configuration.Paths.Prepare();
                return await WriteAsync(site.Configuration, paths.File, ready, wish, terminal, cancellationToken);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<int> WriteAsync(
        SiteConfiguration site, string file, ListFileResult.Ready ready, ImportWish wish, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var options = new ResidentRegisterOptions(new RegisterOptions(site.Paths.Register, site.Paths.Pepper, site.Site), site.Paths.ReasonKey);
        var opened = ResidentRegister.Open(options, TimeProvider.System);
        if (opened is not ResidentRegisterOpened.Open { Register: var register })
        {
            await terminal.Error.WriteLineAsync(ImportRefusal.NotOpened(opened));
            return ExitCode.JournalUnusable;
        }

        using (register)
        {
            var imported = register.Import(ready.Import, $"console:{Environment.UserName}", counts => !wish.DryRun && !IsTooMuch(counts, wish));
            return await SayAsync(imported, (file, ready.Lines), wish, terminal, cancellationToken);
        }
    }

    private static async Task<int> SayAsync(
        ResidentImported imported, (string Path, IReadOnlyList<long> Lines) file, ImportWish wish, InvocationConfiguration terminal,
        CancellationToken cancellationToken)
    {
        switch (imported)
        {
            case ResidentImported.Done done:
                await terminal.Output.WriteLineAsync($"imported: {ImportVerb.Show(done.Counts)}");
                return ExitCode.Ok;
            case ResidentImported.Declined declined when IsTooMuch(declined.Counts, wish):
                await terminal.Error.WriteLineAsync(ImportRefusal.TooMuch(ImportVerb.Show(declined.Counts)));
                return ExitCode.BadData;
            case ResidentImported.Declined declined:
                await terminal.Output.WriteLineAsync($"would be imported: {ImportVerb.Show(declined.Counts)}; dry run, nothing was written");
                return ExitCode.Ok;
            case ResidentImported.Refused refused:
                await ImportReport.WriteAsync(
                    [.. refused.Problems.Select(problem => new ImportFinding(file.Path, problem.Row is { } row ? file.Lines[row] : 1, problem.Field, problem.Reason))],
                    terminal.Error, cancellationToken);
                return ExitCode.BadData;
            case ResidentImported.Failed failed:
                await terminal.Error.WriteLineAsync(ImportRefusal.NotWritten(failed.Failure, failed.Reason));
                return ExitCode.JournalUnusable;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static bool IsTooMuch(ImportCounts counts, ImportWish wish) => !wish.AllowRemovals && RemovalLimit.IsExceeded(counts);
}
