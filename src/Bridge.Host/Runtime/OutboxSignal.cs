namespace Bridge.Host.Runtime;

/// <summary>Wakes the outbox pump; many raises before it looks are one.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    private volatile bool raised;

    /// <summary>Something was written since the pump last began to look.</summary>
    public bool IsRaised => raised;

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

    public void Dispose() => semaphore.Dispose();
}
