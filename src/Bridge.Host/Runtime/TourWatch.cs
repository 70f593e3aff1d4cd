using Microsoft.Extensions.Hosting;

namespace Bridge.Host.Runtime;

/// <summary>Looks every two seconds whether the register's tours have changed.</summary>
internal sealed class TourWatch(TourBookings bookings, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            bookings.Look(time.GetUtcNow());
        }
    }
}
