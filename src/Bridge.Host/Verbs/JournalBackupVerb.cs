using System.CommandLine;
using Bridge.Journal;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge journal backup: one whole, verified copy, taken beside the running service.</summary>
internal static class JournalBackupVerb
{
    public static Command Create()
    {
        var site = SiteOption.Create();
        var target = new Argument<string>("target") { Description = "The file to write; one that exists is never overwritten." };
        var command = new Command("backup", "Copy the journal, also while the service runs, and verify the copy.") { site, target };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(site), Path.GetFullPath(parsed.GetRequiredValue(target)), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string site, string target, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var (journal, exit) = await JournalFile.FindAsync(site, terminal.Error, cancellationToken);
        if (journal is null)
        {
            return exit;
        }

        if (File.Exists(target))
        {
            await terminal.Error.WriteLineAsync($"{target} exists; it was not overwritten.");
            return ExitCode.Usage;
        }

        switch (JournalMaintenance.BackUp(journal, target, cancellationToken))
        {
            case StorageResult<JournalHead>.Done done:
                await terminal.Output.WriteLineAsync($"backed up to {target}, verified, head {HeadText.Show(done.Value)}");
                return ExitCode.Ok;
            case StorageResult<JournalHead>.Failed failed:
                await terminal.Error.WriteLineAsync($"There is no backup ({failed.Failure}): {failed.Reason}");
                return failed.Failure == StorageFailure.Corrupt ? ExitCode.BadData : ExitCode.JournalUnusable;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
