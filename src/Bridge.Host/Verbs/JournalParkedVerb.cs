using System.CommandLine;
using System.Globalization;
using Bridge.Host.Translation;
using Bridge.Journal;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge journal parked: the messages that the broker refused for good, for a person to look at and to clear.</summary>
internal static class JournalParkedVerb
{
    private const int MostShown = 1000;

    public static Command Create()
    {
        var site = SiteOption.Create();
        var clear = new Option<bool>("--clear") { Description = "Forget the messages that are shown. What they told of stays in the journal." };
        var command = new Command("parked", "Show the messages that can never be delivered.") { site, clear };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(site), parsed.GetValue(clear), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, bool clear, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        // Opened for reading first: that says whether it is a journal of this version, which opening the outbox takes for granted.
        var (reader, exit) = await OpenedJournal.OpenAsync(path, terminal.Error, cancellationToken);
        if (reader is null)
        {
            return exit;
        }

        reader.Dispose();
        var (site, loadExit) = await LoadedSite.LoadAsync(path, terminal.Error, cancellationToken);
        if (site is null)
        {
            return loadExit;
        }

        var options = new JournalOptions(site.Configuration.Paths.Journal, site.Configuration.Site);
        return Outbox.Open(options) switch
        {
            StorageResult<Outbox>.Done { Value: var outbox } => await ShowAsync(outbox, clear, terminal),
            StorageResult<Outbox>.Failed failed => await FailAsync(failed.Failure, failed.Reason, terminal.Error),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<int> ShowAsync(Outbox outbox, bool clear, InvocationConfiguration terminal)
    {
        using (outbox)
        {
            switch (outbox.Parked(EventTranslation.Channel, MostShown))
            {
                case StorageResult<IReadOnlyList<ParkedMessage>>.Done { Value: var parked }:
                    foreach (var message in parked)
                    {
                        await terminal.Output.WriteLineAsync(Line(message));
                    }

                    await terminal.Output.WriteLineAsync($"{parked.Count} parked{(parked.Count == MostShown ? " shown, there may be more" : "")}");
                    return clear && parked.Count > 0 ? await ClearAsync(outbox, parked[^1].Message.Id, terminal) : ExitCode.Ok;
                case StorageResult<IReadOnlyList<ParkedMessage>>.Failed failed:
                    return await FailAsync(failed.Failure, failed.Reason, terminal.Error);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }

    private static async Task<int> ClearAsync(Outbox outbox, long through, InvocationConfiguration terminal)
    {
        switch (outbox.ClearParked(EventTranslation.Channel, through))
        {
            case StorageResult<int>.Done done:
                await terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{done.Value} cleared"));
                return ExitCode.Ok;
            case StorageResult<int>.Failed failed:
                return await FailAsync(failed.Failure, failed.Reason, terminal.Error);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<int> FailAsync(StorageFailure failure, string reason, TextWriter errors)
    {
        await errors.WriteLineAsync($"The outbox cannot be used ({failure}): {reason}");
        return ExitCode.JournalUnusable;
    }

    private static string Line(ParkedMessage parked) => string.Create(
        CultureInfo.InvariantCulture,
        $"entry {parked.Message.Draft.Sequence,-10} parked {parked.ParkedAt:yyyy-MM-dd HH:mm:ss zzz} {parked.Message.Draft.Topic}: {parked.Reason}");
}
