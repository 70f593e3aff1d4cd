using System.Diagnostics;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>Waits on a condition, and no longer than a limit.</summary>
internal static class Deadline
{
    /// <returns>False when it did not come true in time.</returns>
    public static async Task<bool> UntilAsync(Func<bool> condition, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            if (clock.Elapsed > limit)
            {
                return false;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        return true;
    }
}
