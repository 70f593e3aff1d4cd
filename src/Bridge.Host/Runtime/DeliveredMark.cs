namespace Bridge.Host.Runtime;

/// <summary>
/// Up to where the broker has confirmed, and up to where the outbox knows it. Writing it down waits for the engine's commit and keeps the next one
/// waiting, so a busy engine takes it along in its own commit; the pump writes it itself only when the engine rests or too much would be told twice.
/// </summary>
public sealed class DeliveredMark : IDisposable
{
    private readonly SemaphoreSlim written = new(0, 1);
    private long confirmed;
    private long marked;

    /// <summary>The last message that is confirmed and not marked; null when there is none. From any thread.</summary>
    public long? Due => Volatile.Read(ref confirmed) is var id && id > Volatile.Read(ref marked) ? id : null;

    /// <summary>The messages that would be told again if the process died now, at most.</summary>
    public long Unmarked => Volatile.Read(ref confirmed) - Volatile.Read(ref marked);

    /// <param name="before">The number of the message before the first that this process confirms.</param>
    public void Begin(long before)
    {
        if (Volatile.Read(ref marked) == 0)
        {
            Volatile.Write(ref confirmed, before);
            Volatile.Write(ref marked, before);
        }
    }

    /// <summary>The pump: the broker has this one and all before it.</summary>
    public void Confirm(long id) => Volatile.Write(ref confirmed, id);

    /// <summary>Whoever wrote it down: the outbox holds nothing up to here any more.</summary>
    public void Written(long id)
    {
        Volatile.Write(ref marked, Math.Max(id, Volatile.Read(ref marked)));
        if (written.CurrentCount == 0)
        {
            try
            {
                written.Release();
            }
            catch (SemaphoreFullException)
            {
                // Released between the two lines by somebody else: the waiter looks again either way.
                return;
            }
        }
    }

    /// <summary>Waits for the engine to take it along.</summary>
    public Task<bool> WrittenAsync(TimeSpan limit, CancellationToken cancellationToken) => written.WaitAsync(limit, cancellationToken);

    public void Dispose() => written.Dispose();
}
