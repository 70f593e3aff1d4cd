using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;

namespace Bridge.Host.Health;

/// <summary>Tells systemd that the engine turns. The hosting package sends READY and STOPPING but no WATCHDOG, which would have the service killed.</summary>
public sealed class SystemdWatchdog(ISystemdNotifier notifier, EngineLiveness liveness, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!long.TryParse(Environment.GetEnvironmentVariable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMicroseconds(limit / 3.0), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (liveness.IsAlive)
            {
                notifier.Notify(new ServiceState("WATCHDOG=1"));
            }
        }
    }
}
