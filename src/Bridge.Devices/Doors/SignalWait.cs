namespace Bridge.Devices.Doors;

/// <summary>
/// Waits on a signal of its own, so that an idle line leaves no read pending on its port and needs no thread of the pool. A monitor, because it needs
/// no disposal: a confirmation may come after the line's end.
/// </summary>
internal sealed class SignalWait : IIdleWait
{
    // Not a System.Threading.Lock: that one cannot be waited on.
    private readonly object _gate = new();
    private bool _woken;

    public void Wait(TimeSpan atMost)
    {
        // Whole milliseconds, rounded up: rounding down would spin until the poll is due.
        var milliseconds = Math.Ceiling(Math.Max(0, atMost.TotalMilliseconds));
        lock (_gate)
        {
            if (!_woken)
            {
                Monitor.Wait(_gate, TimeSpan.FromMilliseconds(milliseconds));
            }

            _woken = false;
        }
    }

    public void Wake()
    {
        lock (_gate)
        {
            _woken = true;
            Monitor.Pulse(_gate);
        }
    }
}
