using Bridge.Host.Verbs;
using Bridge.Journal;
using Bridge.Journal.Records;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Deletes, once a day, the entries that are older than the site keeps, and has the deletion itself written into the journal. Says the journal's head on the way.</summary>
public sealed class RetentionJob(string journal, SiteHolder site, EngineQueue queue, EngineClock clock, TimeProvider time, ILogger<RetentionJob> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pace = TimeSpan.FromDays(1);

    /// <summary>Small steps with pauses: the engine's commits wait for the file meanwhile.</summary>
    private const int StepLength = 500;

    private static readonly TimeSpan StepPause = TimeSpan.FromMilliseconds(200);

    /// <summary>One day's run takes at most this much of the oldest: a clock that somebody set years ahead must not cost the whole journal.</summary>
    private static readonly TimeSpan MostAtOnce = TimeSpan.FromDays(7);

    /// <summary>The same for people and records; null where there are none.</summary>
    public PersonRetention? People { get; init; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(FirstPause, time, cancellationToken);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // The doors do not need it, and tomorrow it tries again.
                log.LogError(failure, "Deleting old journal entries failed inside");
            }

            await Task.Delay(Pace, time, cancellationToken);
        }
    }

    /// <summary>One day's run. What cannot be done today is said, and left for tomorrow.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        switch (JournalReader.Open(journal))
        {
            case StorageResult<JournalReader>.Done { Value: var reader }:
                using (reader)
                {
                    SayHead(reader);
                    await PruneAsync(reader, cancellationToken);
                    await EraseAsync(cancellationToken);
                }

                break;
            case StorageResult<JournalReader>.Failed failed:
                log.LogError("Old journal entries are not deleted today ({Failure}): {Reason}", failed.Failure, failed.Reason);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task PruneAsync(JournalReader reader, CancellationToken cancellationToken)
    {
        var before = Before(reader);
        var deleted = 0;
        while (true)
        {
            switch (JournalRetention.DeleteBefore(journal, before, StepLength, time))
            {
                case StorageResult<RetentionStep>.Done { Value: { Finished: true } last }:
                    Say(deleted + last.Deleted, before, last.HeldBack);
                    await RecordAsync(reader, last.Anchor, cancellationToken);
                    return;
                case StorageResult<RetentionStep>.Done { Value: var step }:
                    deleted += step.Deleted;
                    break;
                case StorageResult<RetentionStep>.Failed failed:
                    log.LogError("Old journal entries are not deleted today ({Failure}): {Reason}", failed.Failure, failed.Reason);
                    return;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }

            await Task.Delay(StepPause, time, cancellationToken);
        }
    }

    // Logs go off the host: what was said there shows a chain that was rewritten later.
    private void SayHead(JournalReader reader)
    {
        if (First(reader, new JournalQuery(NewestFirst: true)) is { } newest)
        {
            log.LogInformation("Journal head {Head}", HeadText.Show(new JournalHead(newest.Position, newest.Hash)));
        }
    }

    private DateTimeOffset Before(JournalReader reader)
    {
        var before = time.GetUtcNow() - site.Current.Journal.Keep;
        return First(reader, new JournalQuery()) is { } oldest && oldest.RecordedAt + MostAtOnce < before ? oldest.RecordedAt + MostAtOnce : before;
    }

    private void Say(int deleted, DateTimeOffset before, string? heldBack)
    {
        if (deleted > 0)
        {
            log.LogInformation("{Deleted} journal entries from before {Before} deleted", deleted, before);
        }

        if (heldBack is not null)
        {
            log.LogWarning("Older journal entries are kept: {Reason}", heldBack);
        }
    }

    // Also when nothing was deleted today: the last run's note may have met a failing disk.
    private async Task RecordAsync(JournalReader reader, JournalAnchor? anchor, CancellationToken cancellationToken)
    {
        if (anchor is null
            || First(reader, new JournalQuery(Kind: JournalAnchor.EntryKind, NewestFirst: true))?.Entry.Body == anchor.EntryBody)
        {
            return;
        }

        await NoteAsync(JournalAnchor.EntryKind, anchor.EntryBody, cancellationToken);
    }

    private async Task EraseAsync(CancellationToken cancellationToken)
    {
        if (People is not null && await People.RunOnceAsync(cancellationToken) is { } note)
        {
            await NoteAsync(Erasure.EntryKind, note, cancellationToken);
        }
    }

    private async Task NoteAsync(string kind, string body, CancellationToken cancellationToken) =>
        await queue.PostAsync(EngineItem.ToRecord.Note(clock.Timestamp, kind, body), cancellationToken);

    private static StoredEntry? First(JournalReader reader, JournalQuery query) =>
        reader.Page(query, 1) is StorageResult<IReadOnlyList<StoredEntry>>.Done { Value: [var first, ..] } ? first : null;
}
