namespace Bridge.Host.Runtime;

/// <summary>Wakes the outbox pump; many raises before it looks are one.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    public bool IsRaised => semaphore.CurrentCount > 0;

    public void Raise()
    {
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

    public Task<bool> WaitAsync(TimeSpan limit, CancellationToken cancellationToken) => semaphore.WaitAsync(limit, cancellationToken);

    public void Dispose() => semaphore.Dispose();
}
