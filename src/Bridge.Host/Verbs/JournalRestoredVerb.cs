using System.CommandLine;
using System.Globalization;
using Bridge.Journal;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge journal restored: after an older journal was put in place, so that no id is given twice.</summary>
internal static class JournalRestoredVerb
{
    public static Command Create()
    {
        var site = SiteOption.Create();
        var command = new Command("restored", "Say that an older journal was put in place: verifies it and begins a new epoch. Before the service starts.") { site };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(site), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string site, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var (journal, exit) = await JournalFile.FindAsync(site, terminal.Error, cancellationToken);
        if (journal is null)
        {
            return exit;
        }

        switch (JournalRestore.Mark(journal, cancellationToken))
        {
            case StorageResult<int>.Done done:
                await terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{journal} verified; what comes now is in epoch {done.Value}"));
                return ExitCode.Ok;
            case StorageResult<int>.Failed failed:
                await terminal.Error.WriteLineAsync($"The journal was left as it is ({failed.Failure}): {failed.Reason}");
                return failed.Failure switch
                {
                    StorageFailure.Locked => ExitCode.JournalInUse,
                    StorageFailure.Corrupt => ExitCode.BadData,
                    StorageFailure.DiskFull or StorageFailure.ReadOnly or StorageFailure.InputOutput or StorageFailure.Other => ExitCode.JournalUnusable,
                };
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
