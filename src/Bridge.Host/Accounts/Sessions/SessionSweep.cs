using Microsoft.Extensions.Hosting;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>Looks every few seconds whether a session's time is up. Begins when the sessions from before a restart are back: it would write over them.</summary>
internal sealed class SessionSweep(AccountsGate accounts, SessionBook sessions, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        try
        {
            if (!await accounts.WhenOpenedAsync(stoppingToken))
            {
                return;
            }

            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                sessions.Sweep();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }

        if (accounts.IsOpen)
        {
            sessions.Write();
        }
    }
}
