using System.CommandLine;
using Bridge.Host.Configuration;
using Bridge.Host.Import;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge import: the register becomes what the CSV file says, all of it or nothing.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var site = SiteOption.Create();
        var file = new Argument<string>("file") { Description = "The residents' CSV file, UTF-8, with a header." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything, write nothing." };
        var removals = new Option<bool>("--allow-removals")
        {
            Description = $"Import also when more than {RemovalLimit.Percent} percent of the holders, or of their cards and PINs, would be removed.",
        };
        var command = new Command("import", "Make the register what a CSV file says: who is not in the file is removed.") { site, file, dryRun, removals };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(site),
            parsed.GetRequiredValue(file),
            new ImportWish(parsed.GetValue(dryRun), parsed.GetValue(removals)),
            parsed.InvocationConfiguration,
            cancellationToken));
        foreach (var list in Enum.GetValues<ResidentList>())
        {
            command.Subcommands.Add(ListImportVerb.Create(list));
        }

        return command;
    }

    private static async Task<int> RunAsync(string sitePath, string file, ImportWish wish, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var (site, exit) = await LoadedSite.LoadAsync(sitePath, terminal.Error, cancellationToken);
        if (site is null)
        {
            return exit;
        }

        switch (ResidentFile.Load(file, site.Configuration))
        {
            case ImportResult.NotRead notRead:
                await terminal.Error.WriteLineAsync(notRead.Reason);
                return ExitCode.NoInput;
            case ImportResult.Refused refused:
                await ImportReport.WriteAsync(refused.Errors, terminal.Error, cancellationToken);
                return ExitCode.BadData;
            case ImportResult.Ready ready when wish.DryRun:
                var cards = ready.Import.Credentials.Count(credential => credential.Secret is CredentialSecret.Card);
                await terminal.Output.WriteLineAsync(
                    $"{file} is good: {ready.Import.Holders.Count} holders, {cards} cards, {ready.Import.Credentials.Count - cards} PINs; dry run, nothing was written");

                // Without a register there is nothing to compare with, and to open it would be to make it.
                return File.Exists(site.Configuration.Paths.Register) ? await WriteAsync(site.Configuration, ready.Import, wish, terminal) : ExitCode.Ok;
            case ImportResult.Ready ready:
                site.Configuration.Paths.Prepare();
                return await WriteAsync(site.Configuration, ready.Import, wish, terminal);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<int> WriteAsync(SiteConfiguration site, RegisterImport import, ImportWish wish, InvocationConfiguration terminal)
    {
        var opened = CredentialRegister.Open(new RegisterOptions(site.Paths.Register, site.Paths.Pepper, site.Site));
        if (opened is not RegisterOpened.Open { Register: var register })
        {
            await terminal.Error.WriteLineAsync(ImportRefusal.NotOpened(opened));
            return ExitCode.JournalUnusable;
        }

        using (register)
        {
            switch (register.Import(import, done => !wish.DryRun && !IsTooMuch(done.Holders, done.Credentials, wish)))
            {
                case RegisterImported.Done done:
                    await terminal.Output.WriteLineAsync($"imported: {Show(done.Holders, done.Credentials)}");
                    return ExitCode.Ok;
                case RegisterImported.Declined declined when IsTooMuch(declined.Holders, declined.Credentials, wish):
                    await terminal.Error.WriteLineAsync(ImportRefusal.TooMuch(Show(declined.Holders, declined.Credentials)));
                    return ExitCode.BadData;
                case RegisterImported.Declined declined:
                    await terminal.Output.WriteLineAsync($"would be imported: {Show(declined.Holders, declined.Credentials)}");
                    return ExitCode.Ok;
                case RegisterImported.Failed failed:
                    await terminal.Error.WriteLineAsync(ImportRefusal.NotWritten(failed.Failure, failed.Reason));
                    return ExitCode.JournalUnusable;
                case RegisterImported.Rejected rejected:
                    // The rows passed our checks: the register's own agree with them unless one of the two has a fault.
                    await terminal.Error.WriteLineAsync($"The register refused the rows: {rejected.Problems[0].Reason}. Nothing was imported.");
                    return ExitCode.BadData;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }

    private static bool IsTooMuch(ImportCounts holders, ImportCounts credentials, ImportWish wish) =>
        !wish.AllowRemovals && RemovalLimit.IsExceeded(holders, credentials);

    private static string Show(ImportCounts holders, ImportCounts credentials) => $"holders {Show(holders)}; credentials {Show(credentials)}";

    public static string Show(ImportCounts counts) =>
        $"{counts.Added} added, {counts.Changed} changed, {counts.Unchanged} unchanged, {counts.Removed} removed";
}
