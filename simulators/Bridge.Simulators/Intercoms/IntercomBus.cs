using System.Text;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Links;

namespace Bridge.Simulators.Intercoms;

/// <summary>The wire between one serial intercom and the host.</summary>
public sealed class IntercomBus(string id, SerialIntercom intercom) : ISlaveBus
{
    public string Id => id;

    public SerialIntercom Intercom => intercom;

    public Surroundings Surroundings => intercom.Surroundings;

    public IReadOnlyCollection<SimulatedDevice> Units { get; } = [intercom];

    public ISlaveSession Connect(ISlaveSink sink, SlaveFraming framing)
    {
        intercom.Attach(sink);
        return new Session(intercom, sink);
    }

    private sealed class Session(SerialIntercom intercom, ISlaveSink sink) : ISlaveSession
    {
        private const int LongestLine = 200;
        private readonly StringBuilder _line = new();

        public void Receive(ReadOnlySpan<byte> bytes)
        {
            foreach (var value in bytes)
            {
                if (value == '\n')
                {
                    intercom.Hear(_line.ToString().TrimEnd('\r'));
                    _line.Clear();
                }
                else if (_line.Length < LongestLine)
                {
                    _line.Append((char)value);
                }
            }
        }

        public void End() => intercom.Detach(sink);
    }
}
