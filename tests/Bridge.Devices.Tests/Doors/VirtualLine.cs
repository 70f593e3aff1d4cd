using Bridge.Devices.Doors;
using Bridge.Devices.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Devices.Tests.Doors;

/// <summary>
/// A serial line on virtual time, with units that answer after their own delay and an agenda of things that happen. Both the port and the idle wait of
/// the line under test: an hour passes in a second, and twice the same.
/// </summary>
internal sealed class VirtualLine(FakeTimeProvider time) : IByteLink, IIdleWait
{
    private readonly PriorityQueue<Action, (long At, int Order)> _agenda = new();
    private readonly Queue<byte> _arrived = new();
    private readonly long _origin = time.GetTimestamp();
    private int _order;
    private bool _woken;

    public Dictionary<byte, VirtualUnit> Units { get; } = [];

    /// <summary>Every request with its moment.</summary>
    public List<(TimeSpan At, byte[] Frame)> Requests { get; } = [];

    public bool IsLost { get; set; }

    /// <summary>How often the line under test has let go of it.</summary>
    public int Releases { get; private set; }

    /// <summary>Runs before a request is delivered; false swallows it.</summary>
    public Func<byte[], bool> OnRequest { get; set; } = _ => true;

    public TimeSpan Now => time.GetElapsedTime(_origin);

    public void After(TimeSpan delay, Action action) => At(Now + delay, action);

    public void At(TimeSpan moment, Action action) => _agenda.Enqueue(action, (Stamp(moment), _order++));

    public void Arrive(TimeSpan delay, byte[] bytes) => After(delay, () =>
    {
        foreach (var value in bytes)
        {
            _arrived.Enqueue(value);
        }
    });

    public LinkRead Read(Span<byte> buffer, TimeSpan timeout)
    {
        var end = Stamp(Now + timeout);
        while (true)
        {
            RunDue();
            if (IsLost)
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

            if (!AdvanceTowards(end))
            {
                return LinkRead.TimedOut;
            }
        }
    }

    public LinkWrite Write(ReadOnlySpan<byte> bytes)
    {
        RunDue();
        if (IsLost)
        {
            return LinkWrite.Lost;
        }

        var frame = bytes.ToArray();
        Requests.Add((Now, frame));
        if (OnRequest(frame) && Units.TryGetValue(frame[0], out var unit))
        {
            unit.Hear(frame, this);
        }

        return LinkWrite.Sent;
    }

    public void Wait(TimeSpan atMost)
    {
        var end = Stamp(Now + atMost);
        RunDue();
        while (!_woken && AdvanceTowards(end))
        {
            RunDue();
        }

        _woken = false;
    }

    public void Wake() => _woken = true;

    public void Interrupt()
    {
    }

    public void Dispose() => Releases++;

    /// <summary>To the next thing on the agenda, or to the end; false when the end is reached and nothing more is due by then.</summary>
    private bool AdvanceTowards(long end)
    {
        var now = time.GetTimestamp();
        if (now >= end)
        {
            return false;
        }

        var next = _agenda.TryPeek(out _, out var due) ? Math.Min(due.At, end) : end;
        time.Advance(time.GetElapsedTime(now, Math.Max(next, now)));
        return true;
    }

    private void RunDue()
    {
        while (_agenda.TryPeek(out var action, out var due) && due.At <= time.GetTimestamp())
        {
            _agenda.Dequeue();
            action();
        }
    }

    private long Stamp(TimeSpan moment) => _origin + (long)(moment.Ticks * ((double)time.TimestampFrequency / TimeSpan.TicksPerSecond));
}
