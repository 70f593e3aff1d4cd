using Bridge.Devices.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Devices.Tests.Transport;

/// <summary>
/// A link on virtual time: what the peer says is planned, and a read that finds nothing moves the clock to the next planned thing or to its own end. It
/// returns exactly what the real links return; the contract tests run over it too.
/// </summary>
internal sealed class FakeLink(FakeTimeProvider time) : IByteLink
{
    private readonly PriorityQueue<Action, (long At, int Order)> _planned = new();
    private readonly Queue<byte> _arrived = new();
    private int _order;
    private bool _interrupted;
    private bool _lost;

    /// <summary>Called with every write; plans the answers.</summary>
    public Action<byte[]> OnWrite { get; set; } = _ => { };

    public List<byte[]> Written { get; } = [];

    public void Plan(TimeSpan delay, Action action) =>
        _planned.Enqueue(action, (time.GetTimestamp() + (delay.Ticks * time.TimestampFrequency / TimeSpan.TicksPerSecond), _order++));

    public void Arrive(TimeSpan delay, params byte[] bytes) => Plan(delay, () =>
    {
        foreach (var value in bytes)
        {
            _arrived.Enqueue(value);
        }
    });

    public void Lose() => _lost = true;

    public LinkRead Read(Span<byte> buffer, TimeSpan timeout)
    {
        var end = time.GetTimestamp() + (timeout.Ticks * time.TimestampFrequency / TimeSpan.TicksPerSecond);
        while (true)
        {
            RunDue();
            if (_interrupted && !_lost)
            {
                _interrupted = false;
                return LinkRead.Interrupted;
            }

            if (_lost)
            {
                return LinkRead.Lost;
            }

            if (_arrived.Count > 0)
            {
                var count = Math.Min(buffer.Length, _arrived.Count);
                for (var index = 0; index < count; index++)
                {
                    buffer[index] = _arrived.Dequeue();
                }

                return LinkRead.Bytes(count);
            }

            var next = _planned.TryPeek(out _, out var due) ? Math.Min(due.At, end) : end;
            if (next > time.GetTimestamp())
            {
                time.Advance(time.GetElapsedTime(time.GetTimestamp(), next));
            }

            if (next >= end && !(_planned.TryPeek(out _, out due) && due.At <= end))
            {
                return LinkRead.TimedOut;
            }
        }
    }

    public LinkWrite Write(ReadOnlySpan<byte> bytes)
    {
        RunDue();
        if (_lost)
        {
            return LinkWrite.Lost;
        }

        var copy = bytes.ToArray();
        Written.Add(copy);
        OnWrite(copy);
        return LinkWrite.Sent;
    }

    public void Interrupt() => _interrupted = true;

    public void Dispose() => _lost = true;

    private void RunDue()
    {
        while (_planned.TryPeek(out var action, out var due) && due.At <= time.GetTimestamp())
        {
            _planned.Dequeue();
            action();
        }
    }
}
