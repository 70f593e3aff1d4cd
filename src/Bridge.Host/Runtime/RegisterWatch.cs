using Bridge.Journal;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Takes an import over that another process made while the service runs.</summary>
public sealed class RegisterWatch(CredentialRegister register, TimeProvider time, ILogger<RegisterWatch> log)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private bool unreadable;

    /// <summary>Null for a bridge without a residents' register.</summary>
    public ResidentRegister? Residents { get; init; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                Look();
            }
            catch (Exception failure)
            {
                // Who was known stays known: nothing here may stop a door.
                if (!unreadable)
                {
                    unreadable = true;
                    log.LogError(failure, "Looking for a new register failed inside; it is tried again");
                }
            }
        }
    }

    private void Look()
    {
        // Each by itself: what cannot be read of the one shall not keep the other from being read.
        StorageResult<bool>[] looks = [register.Refresh(), Residents?.Refresh() ?? new StorageResult<bool>.Done(false)];
        if (looks.OfType<StorageResult<bool>.Failed>().FirstOrDefault() is { } failed)
        {
            Fail(failed);
        }
        else if (unreadable)
        {
            unreadable = false;
            log.LogInformation("The register can be read again");
        }

        if (looks.Any(look => look is StorageResult<bool>.Done { Value: true }))
        {
            log.LogInformation("The register has changed: {Credentials} credentials, {Households} households", register.Count, Residents?.Current.Households ?? 0);
        }
    }

    private void Fail(StorageResult<bool>.Failed failed)
    {
        if (!unreadable)
        {
            unreadable = true;
            log.LogError("The register cannot be read ({Failure}): {Reason}. Who was known stays known; imports are not taken over", failed.Failure, failed.Reason);
        }
    }
}
