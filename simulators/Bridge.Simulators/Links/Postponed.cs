using Bridge.Simulators.Disturbances;

namespace Bridge.Simulators.Links;

/// <summary>A reply on its way that has not arrived yet. The timer is its own root until it has fired.</summary>
internal sealed class Postponed
{
    private readonly ISlaveSink _sink;
    private readonly byte[] _bytes;
    private ITimer? _timer;

    private Postponed(ISlaveSink sink, byte[] bytes)
    {
        _sink = sink;
        _bytes = bytes;
    }

    public static void Send(TimeProvider time, ISlaveSink sink, DelayedPart part)
    {
        var postponed = new Postponed(sink, part.Bytes);
        postponed._timer = time.CreateTimer(static state => ((Postponed)state!).Arrive(), postponed, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        postponed._timer.Change(part.After, Timeout.InfiniteTimeSpan);
    }

    private void Arrive()
    {
        _timer?.Dispose();
        _sink.Send(_bytes);
    }
}
