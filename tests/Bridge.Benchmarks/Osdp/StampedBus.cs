using System.Diagnostics;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Links;

namespace Bridge.Benchmarks.Osdp;

/// <summary>The simulated line, with the moment kept at which each of its transmissions had left: what it really made of the turnaround that it was given.</summary>
internal sealed class StampedBus(ISlaveBus inner) : ISlaveBus
{
    private readonly Lock gate = new();
    private readonly List<long> stamps = new(1 << 16);

    public string Id => inner.Id;

    public Surroundings Surroundings => inner.Surroundings;

    public IReadOnlyCollection<SimulatedDevice> Units => inner.Units;

    public ISlaveSession Connect(ISlaveSink sink, SlaveFraming framing) => inner.Connect(new StampedSink(this, sink), framing);

    /// <summary>All since the last time that it was asked, in order, on the machine's monotonic clock.</summary>
    public IReadOnlyList<long> Take()
    {
        lock (gate)
        {
            var taken = stamps.ToArray();
            stamps.Clear();
            return taken;
        }
    }

    private void Keep(long at)
    {
        lock (gate)
        {
            stamps.Add(at);
        }
    }

    private sealed class StampedSink(StampedBus owner, ISlaveSink inner) : ISlaveSink
    {
        public int? BitsPerSecond => inner.BitsPerSecond;

        public void Send(ReadOnlySpan<byte> bytes)
        {
            inner.Send(bytes);

            // Before the terminal has taken them nobody can have heard them.
            owner.Keep(Stopwatch.GetTimestamp());
        }

        public void Cut(TimeSpan time) => inner.Cut(time);
    }
}
