using Bridge.Journal;

namespace Bridge.Host.Runtime;

/// <summary>
/// Wakes the outbox pump; many raises before it looks are one. And keeps it back until this process has committed once: a process that died within
/// a sync leaves its last commit in the system's memory, where we find it as if it were on disk. The first sync of ours covers it.
/// </summary>
/// <param name="start">Where the journal ended when it was opened.</param>
public sealed class OutboxSignal(JournalPosition start) : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);
    private readonly TaskCompletionSource synced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile bool raised;

    /// <summary>What the pump tells the engine in return.</summary>
    public DeliveredMark Delivered { get; } = new();

    /// <summary>Something was written since the pump last began to look.</summary>
    public bool IsRaised => raised;

    /// <summary>The journal ends here now, and is on disk up to here.</summary>
    public void Committed(JournalPosition head)
    {
        if (head != start)
        {
            synced.TrySetResult();
        }
    }

    /// <summary>Returns when everything that can be seen in the outbox has been synced.</summary>
    public Task SyncedAsync(CancellationToken cancellationToken) => synced.Task.WaitAsync(cancellationToken);

    public void Raise()
    {
        raised = true;
        if (semaphore.CurrentCount == 0)
        {
            try
            {
                semaphore.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else raised it between the two lines: that is the same signal.
                return;
            }
        }
    }

    /// <summary>Called before looking: what is written from now on raises it again.</summary>
    public void Lower() => raised = false;

    public Task<bool> WaitAsync(TimeSpan limit, CancellationToken cancellationToken) => semaphore.WaitAsync(limit, cancellationToken);

    public void Dispose()
    {
        semaphore.Dispose();
        Delivered.Dispose();
    }
}
