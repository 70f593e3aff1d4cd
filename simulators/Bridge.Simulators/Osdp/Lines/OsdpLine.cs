using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Disturbances;
using Bridge.Simulators.Links;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Osdp.Lines;

/// <summary>Several readers on one pair of wires. Two with the same address speak at the same time, and their bytes mix.</summary>
public sealed class OsdpLine(string id, Surroundings surroundings) : ISlaveBus
{
    /// <summary>Silence inside a packet that ends it, on a wire and behind a network.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan LongestNetworkGap = TimeSpan.FromMilliseconds(150);
    private readonly List<OsdpReader> _readers = [];
    private volatile LinePace _pace = LinePace.Unlimited;

    public string Id => id;

    public Surroundings Surroundings => surroundings;

    public IReadOnlyList<OsdpReader> Readers => _readers;

    public IReadOnlyCollection<SimulatedDevice> Units => _readers;

    /// <summary>May be changed at any time; it holds from the next packet on.</summary>
    public LinePace Pace
    {
        get => _pace;
        set => _pace = value.Objection() is { } objection ? throw new ArgumentException(objection, nameof(value)) : value;
    }

    public void Add(OsdpReader reader) => _readers.Add(reader);

    public ISlaveSession Connect(ISlaveSink sink, SlaveFraming framing) =>
        new OsdpSession(this, sink, framing == SlaveFraming.Serial ? LongestGap : LongestNetworkGap);

    /// <summary>What is heard on the line after a packet. A reader that listens at another speed hears nothing.</summary>
    internal Packet Answer(CommandFrame command, int? hostSpeed)
    {
        lock (surroundings.Gate)
        {
            var audible = _pace.Audible(hostSpeed);
            var answers = _readers.Where(reader => audible is null || reader.BitsPerSecond == audible)
                .Select(reader => reader.Answer(command)).Where(answer => answer.Parts.Count > 0 || answer.AfterSent is not null).ToList();
            return answers.Count switch
            {
                0 => Packet.None,
                1 => answers[0],
                _ => new Packet(Mixed([.. answers.SelectMany(answer => answer.Parts)])) { AfterSent = () => answers.ForEach(answer => answer.AfterSent?.Invoke()) },
            };
        }
    }

    /// <summary>The last byte has left.</summary>
    internal void Finish(Packet packet)
    {
        lock (surroundings.Gate)
        {
            packet.AfterSent?.Invoke();
        }
    }

    /// <summary>A line that one driver pulls to 0 is 0, whatever another does.</summary>
    private static IReadOnlyList<DelayedPart> Mixed(IReadOnlyList<DelayedPart> parts)
    {
        if (parts.Count == 0)
        {
            return parts;
        }

        var mixed = Enumerable.Repeat((byte)0xFF, parts.Max(part => part.Bytes.Length)).ToArray();
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Bytes.Length; i++)
            {
                mixed[i] &= part.Bytes[i];
            }
        }

        return [new DelayedPart(parts.Min(part => part.After), mixed)];
    }
}
