using Bridge.Journal;
using Bridge.Journal.Records;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>The nightly run over people and records: finishes erasures, erases whose time is over, and takes from old records what links them to a person.</summary>
public sealed class PersonRetention(PersonVault vault, string journal, SiteHolder site, TimeProvider time, ILogger<PersonRetention> log)
{
    public const string Ground = "retention";
    public const string Actor = "bridge";

    /// <summary>One night erases at most so many: a clock that somebody set years ahead must not cost everybody.</summary>
    private const int MostAtOnce = 5_000;

    private const int StepLength = 500;

    private static readonly TimeSpan StepPause = TimeSpan.FromMilliseconds(200);

    /// <summary>One night's run. What cannot be done today is said, and left for tomorrow.</summary>
    /// <returns>What to write down; null when nobody was erased.</returns>
    public async Task<string?> RunOnceAsync(CancellationToken cancellationToken)
    {
        if (vault.Settle() is StorageResult<int>.Failed failed)
        {
            Say(failed.Failure, failed.Reason);
            return null;
        }

        var erased = await ExpireAsync(cancellationToken);
        await AgeRecordsAsync(cancellationToken);
        if (erased == 0)
        {
            return null;
        }

        log.LogInformation("{Erased} people erased whose time was over", erased);
        return new Erasure(erased, 0, LogEmptied: true).EntryBody(Ground, Actor);
    }

    private async Task<int> ExpireAsync(CancellationToken cancellationToken)
    {
        for (var erased = 0; ;)
        {
            switch (vault.Expire(site.Current.Retention, StepLength))
            {
                case StorageResult<Erasure>.Done { Value: var step }:
                    erased += step.Asked;
                    if (step.Asked < StepLength || erased >= MostAtOnce)
                    {
                        return erased;
                    }

                    break;
                case StorageResult<Erasure>.Failed failed:
                    Say(failed.Failure, failed.Reason);
                    return erased;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }

            await Task.Delay(StepPause, time, cancellationToken);
        }
    }

    private async Task AgeRecordsAsync(CancellationToken cancellationToken)
    {
        for (var done = 0; done < MostAtOnce;)
        {
            switch (RecordRetention.Apply(journal, site.Current.Retention, StepLength, time))
            {
                case StorageResult<int>.Done { Value: 0 }:
                    return;
                case StorageResult<int>.Done { Value: var step }:
                    done += step;
                    break;
                case StorageResult<int>.Failed failed:
                    Say(failed.Failure, failed.Reason);
                    return;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }

            await Task.Delay(StepPause, time, cancellationToken);
        }
    }

    private void Say(StorageFailure failure, string reason) =>
        log.LogError("People and records whose time is over are kept until tomorrow ({Failure}): {Reason}", failure, reason);
}
