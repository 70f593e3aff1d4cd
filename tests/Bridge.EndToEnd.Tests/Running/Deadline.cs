using System.Diagnostics;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>Waits for what must come, and not longer.</summary>
internal static class Deadline
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    /// <returns>False when the time was up first.</returns>
    public static async Task<bool> UntilAsync(Func<bool> condition, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace);
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
