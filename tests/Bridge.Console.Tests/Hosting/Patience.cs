using System.Diagnostics;

namespace Bridge.Console.Tests.Hosting;

/// <summary>How long a test waits for what has to come. It is no measurement: a test of a time has a clock of its own.</summary>
internal static class Patience
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    /// <param name="found">What is there instead, when it does not come.</param>
    public static async Task UntilAsync(Func<bool> happened, Func<string> found, CancellationToken cancellationToken)
    {
        using var pace = new PeriodicTimer(Pace, TimeProvider.System);
        for (var clock = Stopwatch.StartNew(); !happened(); await pace.WaitForNextTickAsync(cancellationToken))
        {
            Assert.True(clock.Elapsed < Longest, $"waited for {Longest.TotalSeconds} s: {found()}");
        }
    }
}
