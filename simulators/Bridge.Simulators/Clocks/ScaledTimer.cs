namespace Bridge.Simulators.Clocks;

internal sealed class ScaledTimer(ITimer inner, ScaledTime time) : ITimer
{
    public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(time.Shrink(dueTime), time.Shrink(period));

    public void Dispose() => inner.Dispose();

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
