using System.CommandLine;
using Bridge.Journal;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge journal verify: computes the whole chain again. Works beside the running service.</summary>
internal static class JournalVerifyVerb
{
    public static Command Create()
    {
        var site = SiteOption.Create();
        var expected = new Option<string>("--head")
        {
            Description = "A head that was noted earlier, as this verb prints it; shows a cut-off or rewritten end as well.",
            HelpName = "epoch.sequence:hash",
        };
        var command = new Command("verify", "Check the journal's chain and name the first bad row.") { site, expected };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(site), parsed.GetValue(expected), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? expected, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var head = expected is null ? null : HeadText.Parse(expected);
        if (expected is not null && head is null)
        {
            await terminal.Error.WriteLineAsync("--head: expected epoch.sequence:hash, as journal verify prints it.");
            return ExitCode.Usage;
        }

        var (journal, exit) = await JournalFile.FindAsync(path, terminal.Error, cancellationToken);
        if (journal is null)
        {
            return exit;
        }

        switch (JournalVerifier.Verify(journal, head, cancellationToken))
        {
            case JournalVerified.Intact { RetentionRecorded: false } intact:
                await terminal.Error.WriteLineAsync(
                    $"UNEXPLAINED: the rows up to {intact.Start.Position} are gone, and no entry says that the retention took them (while it works that is so for a moment: ask again); "
                    + $"intact after that: {intact.Rows} rows, head {HeadText.Show(intact.Head)}");
                return ExitCode.BadData;
            case JournalVerified.Intact intact:
                await terminal.Output.WriteLineAsync($"intact: {intact.Rows} rows of {intact.Site} after {intact.Start.Position}, head {HeadText.Show(intact.Head)}");
                return ExitCode.Ok;
            case JournalVerified.Incomparable old:
                await terminal.Error.WriteLineAsync(
                    $"NOT COMPARED: the head {HeadText.Show(old.Expected)} lies before the journal's start at {old.Start.Position}; give a newer one");
                return ExitCode.BadData;
            case JournalVerified.Broken broken:
                await terminal.Error.WriteLineAsync($"BROKEN at row {broken.Sequence}: {broken.Fault}, expected {broken.Expected}, found {broken.Found}");
                return ExitCode.BadData;
            case JournalVerified.Unreadable unreadable:
                await terminal.Error.WriteLineAsync($"The journal cannot be read ({unreadable.Failure}): {unreadable.Reason}");
                return ExitCode.JournalUnusable;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
