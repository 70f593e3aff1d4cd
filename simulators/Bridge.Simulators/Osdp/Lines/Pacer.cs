using System.Diagnostics;
using Bridge.Simulators.Links;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Osdp.Lines;

/// <summary>
/// Gives the bytes of one connection the time that they would take on a wire: a command counts as received when its last byte would have come, and a reply
/// comes out no faster than the line is. It has a thread of its own and the machine's clock, because a character at 115200 bits per second takes 87 µs.
/// </summary>
internal sealed class Pacer(OsdpLine line, ISlaveSink sink, CommandCollector collector)
{
    private const int LongestQueue = 256;
    private readonly Queue<(long At, byte[] Bytes)> _arrived = new();
    private readonly object _gate = new();
    private bool _hasEnded;
    private bool _isAfterReply;
    private long _busyUntil = Stopwatch.GetTimestamp();

    public void Start() => new Thread(Run) { IsBackground = true, Name = $"pace of {line.Id}" }.Start();

    /// <summary>Bytes have come; what does not fit because nobody waits for answers is lost, as on a wire.</summary>
    public void Arrive(ReadOnlySpan<byte> bytes)
    {
        var at = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            if (_arrived.Count < LongestQueue)
            {
                _arrived.Enqueue((at, bytes.ToArray()));
                Monitor.Pulse(_gate);
            }
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Run()
    {
        PreciseWait.Prepare();
        while (Next() is { } arrived)
        {
            Hear(arrived.At, arrived.Bytes);
        }
    }

    private (long At, byte[] Bytes)? Next()
    {
        lock (_gate)
        {
            while (_arrived.Count == 0 && !_hasEnded)
            {
                Monitor.Wait(_gate);
            }

            return _hasEnded ? null : _arrived.Dequeue();
        }
    }

    private void Hear(long at, byte[] bytes)
    {
        var hostSpeed = sink.BitsPerSecond;
        var pace = line.Pace.For(hostSpeed);
        var begins = Math.Max(at, _busyUntil + (_isAfterReply ? Ticks(pace.Characters(pace.IdleCharacters)) : 0));
        _busyUntil = begins + Ticks(pace.Characters(bytes.Length));
        _isAfterReply = false;
        PreciseWait.Until(_busyUntil);
        collector.Append(bytes, Stopwatch.GetElapsedTime(0, begins), Stopwatch.GetElapsedTime(0, _busyUntil));
        while (collector.TryTake(out var command))
        {
            Speak(line.Answer(command, hostSpeed), pace);
        }
    }

    private void Speak(Packet packet, LinePace pace)
    {
        var idle = pace.Characters(pace.IdleCharacters);
        var begins = _busyUntil + Ticks(pace.Turnaround > idle ? pace.Turnaround : idle);
        foreach (var part in packet.Parts)
        {
            Release(part.Bytes, Math.Max(begins + Ticks(part.After), _isAfterReply ? _busyUntil : 0), pace);
        }

        line.Finish(packet);
    }

    private void Release(byte[] bytes, long begins, LinePace pace)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            var until = Math.Min(bytes.Length, sent + pace.BytesTogether);
            _busyUntil = begins + Ticks(pace.Characters(until));
            PreciseWait.Until(_busyUntil);
            sink.Send(bytes.AsSpan(sent, until - sent));
            sent = until;
        }

        _isAfterReply = true;
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
