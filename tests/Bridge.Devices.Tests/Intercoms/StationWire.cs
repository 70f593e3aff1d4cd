using Bridge.Devices.Transport;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Links;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Devices.Tests.Intercoms;

/// <summary>A cable on virtual time: a read that finds nothing moves the clock to the next thing that happens in the building.</summary>
internal sealed class StationWire(FakeTimeProvider time, Surroundings surroundings) : IByteLink, ISlaveSink
{
    private readonly Queue<byte> _arrived = new();
    private bool _interrupted;
    private bool _lost;

    /// <summary>Where our bytes go; null when nobody is at the other end.</summary>
    public ISlaveSession? Session { get; set; }

    /// <summary>Every write, with its moment.</summary>
    public List<(TimeSpan At, string Text)> Written { get; } = [];

    /// <summary>On the clock of the building.</summary>
    public TimeSpan Now => surroundings.Elapsed;

    public void Send(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            _arrived.Enqueue(value);
        }
    }

    public void Cut(TimeSpan duration) => _lost = true;

    public LinkRead Read(Span<byte> buffer, TimeSpan timeout)
    {
        var end = Now + timeout;
        while (true)
        {
            surroundings.Settle();
            if (_lost)
            {
                return LinkRead.Lost;
            }

            if (_interrupted)
            {
                _interrupted = false;
                return LinkRead.Interrupted;
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

            if (Now >= end)
            {
                return LinkRead.TimedOut;
            }

            var next = surroundings.NextDue is { } due && due < end ? due : end;
            time.Advance(next > Now ? next - Now : TimeSpan.FromTicks(1));
        }
    }

    public LinkWrite Write(ReadOnlySpan<byte> bytes)
    {
        if (_lost)
        {
            return LinkWrite.Lost;
        }

        Written.Add((Now, System.Text.Encoding.ASCII.GetString(bytes)));
        Session?.Receive(bytes);
        return LinkWrite.Sent;
    }

    public void Interrupt() => _interrupted = true;

    public void Dispose() => Session?.End();
}
