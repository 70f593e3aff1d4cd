using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Work that nobody waits for: what goes wrong in it is said in the log, and nowhere else could it be.</summary>
public static class Unattended
{
    /// <param name="what">For the log: "the enrolment of gate-reader".</param>
    public static void Run(Func<Task> work, string what, ILogger log) => _ = GuardAsync(work, what, log);

    private static async Task GuardAsync(Func<Task> work, string what, ILogger log)
    {
        // The caller's own thread goes on at once, whatever the work does first.
        await Task.Yield();
        try
        {
            await work();
        }
        catch (Exception failure)
        {
            log.LogError(failure, "{What} failed inside", what);
        }
    }
}
