namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>While it lives, every thread of the pool is taken, and the next ones that the pool makes.</summary>
internal sealed class StarvedPool : IDisposable
{
    private readonly ManualResetEventSlim over = new(false);

    private StarvedPool()
    {
    }

    public static StarvedPool Starve()
    {
        var pool = new StarvedPool();
        for (var item = 0; item < Environment.ProcessorCount + 40; item++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => pool.over.Wait(TimeSpan.FromSeconds(5)), null);
        }

        return pool;
    }

    public void Dispose() => over.Set();
}
