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
        // Both are in one file: what cannot be read of the one cannot be read of the other.
        var residents = Residents?.Refresh() ?? new StorageResult<bool>.Done(false);
        switch (residents is StorageResult<bool>.Failed ? residents : register.Refresh())
        {
            case StorageResult<bool>.Done credentials:
                Say(credentials.Value, residents is StorageResult<bool>.Done { Value: true });
                break;
            case StorageResult<bool>.Failed failed when !unreadable:
                unreadable = true;
                log.LogError("The register cannot be read ({Failure}): {Reason}. Who was known stays known; imports are not taken over", failed.Failure, failed.Reason);
                break;
            default:
                break;
        }
    }

    private void Say(bool credentials, bool residents)
    {
        if (unreadable)
        {
            unreadable = false;
            log.LogInformation("The register can be read again");
        }

        if (credentials)
        {
            log.LogInformation("The register was imported anew: {Credentials} credentials", register.Count);
        }

        if (residents && Residents is { } known)
        {
            log.LogInformation("The residents' register has changed: {Households} households", known.Current.Households);
        }
    }
}
