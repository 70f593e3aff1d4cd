using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Links;
using Bridge.Simulators.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Simulators.Tests;

/// <summary>A line of units on a table, with a clock that stands until it is moved.</summary>
internal sealed class Bench
{
    private readonly RecordingSink _sink = new();
    private readonly SlaveSession _session;

    public Bench(params IEnumerable<Func<Surroundings, ModbusSlave>> units)
    {
        Surroundings = new Surroundings(Time, Time);
        Line = new SlaveLine("table", Surroundings);
        foreach (var unit in units)
        {
            Line.Add(unit(Surroundings));
        }

        _session = new SlaveSession(Line, new RtuWire(Time, TimeSpan.FromMilliseconds(4)), _sink);
    }

    public FakeTimeProvider Time { get; } = new();

    public Surroundings Surroundings { get; }

    public SlaveLine Line { get; }

    public RecordingSink Sink => _sink;

    /// <summary>Sends an RTU frame without its check and returns the reply without its own; empty for silence.</summary>
    public string Ask(string frameWithoutCheck)
    {
        var frame = Hex.Bytes(frameWithoutCheck);
        var check = Checksum.Of(frame);
        var reply = Raw([.. frame, (byte)(check & 0xFF), (byte)(check >> 8)]);
        return reply.Length == 0 ? "" : reply[..^6];
    }

    /// <summary>Sends bytes as they are.</summary>
    public string Raw(byte[] bytes)
    {
        _sink.Sent.Clear();
        _session.Receive(bytes);
        return string.Join(" | ", _sink.Sent);
    }

    public void Wait(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));
}
