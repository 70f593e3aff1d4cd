using Bridge.Simulators.Disturbances;
using Bridge.Simulators.Links;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Osdp.Lines;

/// <summary>
/// One host on a line. Without a speed it answers where the bytes come in, on the clock of the wires; with one it hands them to a <see cref="Pacer"/>, and
/// everything after them too, so that nothing overtakes.
/// </summary>
internal sealed class OsdpSession(OsdpLine line, ISlaveSink sink, TimeSpan longestGap) : ISlaveSession
{
    private readonly CommandCollector _collector = new(longestGap);
    private readonly long _origin = line.Surroundings.WireTime.GetTimestamp();
    private Pacer? _pacer;

    public void Receive(ReadOnlySpan<byte> bytes)
    {
        if (_pacer is null && line.Pace.IsLimited)
        {
            _pacer = new Pacer(line, sink, _collector);
            _pacer.Start();
        }

        if (_pacer is not null)
        {
            _pacer.Arrive(bytes);
            return;
        }

        var now = line.Surroundings.WireTime.GetElapsedTime(_origin);
        _collector.Append(bytes, now, now);
        while (_collector.TryTake(out var command))
        {
            Send(line.Answer(command, sink.BitsPerSecond));
        }
    }

    public void End() => _pacer?.End();

    private void Send(Packet packet)
    {
        foreach (var part in packet.Parts)
        {
            var after = line.Pace.Turnaround + part.After;
            if (after == TimeSpan.Zero)
            {
                sink.Send(part.Bytes);
            }
            else
            {
                Postponed.Send(line.Surroundings.WireTime, sink, new DelayedPart(after, part.Bytes));
            }
        }

        line.Finish(packet);
    }
}
