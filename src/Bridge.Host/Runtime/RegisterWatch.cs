using Bridge.Journal;
using Bridge.Journal.Register;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Takes an import over that another process made while the service runs.</summary>
public sealed class RegisterWatch(CredentialRegister register, TimeProvider time, ILogger<RegisterWatch> log)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private bool unreadable;

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
        switch (register.Refresh())
        {
            case StorageResult<bool>.Done done:
                Say(done.Value);
                break;
            case StorageResult<bool>.Failed failed when !unreadable:
                unreadable = true;
                log.LogError("The register cannot be read ({Failure}): {Reason}. Who was known stays known; imports are not taken over", failed.Failure, failed.Reason);
                break;
            default:
                break;
        }
    }

    private void Say(bool changed)
    {
        if (unreadable)
        {
            unreadable = false;
            log.LogInformation("The register can be read again");
        }

        if (changed)
        {
            log.LogInformation("The register was imported anew: {Credentials} credentials", register.Count);
        }
    }
}
