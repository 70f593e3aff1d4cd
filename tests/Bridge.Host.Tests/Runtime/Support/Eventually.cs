using System.Diagnostics;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>Waits for something that another thread does, and no longer than a limit.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <returns>How long it took.</returns>
    public static async Task<TimeSpan> Holds(Func<bool> condition, string why, TimeSpan? limit = null)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!condition())
        {
            Assert.True(clock.Elapsed < (limit ?? Limit), $"not within {limit ?? Limit}: {why}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        return clock.Elapsed;
    }

    /// <summary>Gives other threads a moment to do what they must not.</summary>
    public static async Task Stays(Func<bool> condition, string why)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var look = 0; look < 20; look++)
        {
            Assert.True(condition(), why);
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
