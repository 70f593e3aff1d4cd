using Bridge.Journal;
using Bridge.Journal.Register;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Takes an import over that another process made while the service runs.</summary>
public sealed class RegisterWatch(CredentialRegister register, TimeProvider time, ILogger<RegisterWatch> log)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (register.Refresh() is StorageResult<bool>.Done { Value: true })
            {
                log.LogInformation("The register was imported anew: {Credentials} credentials", register.Count);
            }
        }
    }
}
