using System.CommandLine;
using System.Globalization;
using Bridge.Journal;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge journal show: the last entries, one line each.</summary>
internal static class JournalShowVerb
{
    private const int UsualLast = 50;
    private static readonly TimeSpan FollowPause = TimeSpan.FromMilliseconds(500);

    public static Command Create()
    {
        var site = SiteOption.Create();
        var selection = JournalSelection.Create();
        var last = new Option<int>("--last", "-n") { Description = "How many entries.", DefaultValueFactory = _ => UsualLast };
        last.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100_000)
            {
                result.AddError("--last: expected 1 to 100000.");
            }
        });
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with new entries until interrupted." };
        var command = new Command("show", "Show the last entries.") { site, selection.Door, selection.Correlation, selection.Kind, last, follow };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(site), selection.Query(parsed), parsed.GetValue(last), parsed.GetValue(follow), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string path, JournalQuery query, int last, bool follow, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var (reader, exit) = await OpenedJournal.OpenAsync(path, terminal.Error, cancellationToken);
        if (reader is null)
        {
            return exit;
        }

        using (reader)
        {
            var pages = new JournalPages(reader, terminal.Error);
            if (await pages.PageAsync(query with { NewestFirst = true }, last, cancellationToken) is not { } newest)
            {
                return ExitCode.JournalUnusable;
            }

            foreach (var entry in newest.Reverse())
            {
                await terminal.Output.WriteLineAsync(Line(entry));
            }

            var seen = newest.Count == 0 ? 0 : newest[0].Position.Sequence;
            return follow ? await FollowAsync(pages, query with { After = seen }, terminal.Output, cancellationToken) : ExitCode.Ok;
        }
    }

    private static async Task<int> FollowAsync(JournalPages pages, JournalQuery query, TextWriter output, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(FollowPause, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (await pages.WalkAsync(query, (entry, stop) => output.WriteLineAsync(Line(entry).AsMemory(), stop), cancellationToken) is not { } seen)
                {
                    return ExitCode.JournalUnusable;
                }

                query = query with { After = seen };
            }
        }
        catch (OperationCanceledException)
        {
            // Interrupted: the ordinary end of following.
            return ExitCode.Ok;
        }

        return ExitCode.Ok;
    }

    private static string Line(StoredEntry stored)
    {
        var entry = stored.Entry;
        var late = entry.Unjournalled ? " (written late)" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{stored.Position,-10} {entry.OccurredAt:yyyy-MM-dd HH:mm:ss.fff zzz} {entry.Origin,-5} {entry.Kind,-26} {entry.Door ?? "-",-16} {entry.Correlation ?? "-",-8} {entry.Body}{late}");
    }
}
