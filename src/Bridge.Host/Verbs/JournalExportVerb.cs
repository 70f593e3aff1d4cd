using System.CommandLine;
using Bridge.Journal;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge journal export: entries for another program, JSON lines or CSV.</summary>
internal static class JournalExportVerb
{
    public static Command Create()
    {
        var site = SiteOption.Create();
        var selection = JournalSelection.Create();
        var format = new Option<string>("--format") { Description = "jsonl or csv.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var after = new Option<long>("--after") { Description = "Only entries with a higher sequence: where the last export ended." };
        var command = new Command("export", "Write entries to standard output, oldest first.")
        {
            site, selection.Door, selection.Correlation, selection.Kind, format, after,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(site), selection.Query(parsed) with { After = parsed.GetValue(after) }, parsed.GetValue(format) == "csv",
            parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, JournalQuery query, bool csv, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var (reader, exit) = await OpenedJournal.OpenAsync(path, terminal.Error, cancellationToken);
        if (reader is null)
        {
            return exit;
        }

        using (reader)
        {
            using var rows = new ExportRows(terminal.Output, csv);
            var last = await new JournalPages(reader, terminal.Error).WalkAsync(query, rows.WriteAsync, cancellationToken);
            return last is null ? ExitCode.JournalUnusable : ExitCode.Ok;
        }
    }
}
