using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Disturbances;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Links;

/// <summary>
/// Several units on one wire, each with its own weather, and the weather of the wire itself. Requests to an unknown unit are met with silence; a
/// broadcast is executed by every unit and answered by none.
/// </summary>
public sealed class SlaveLine(string id, Surroundings surroundings) : ISlaveBus
{
    private const byte Broadcast = 0;

    /// <summary>Three and a half characters at 9600 baud.</summary>
    private static readonly TimeSpan SerialSilence = TimeSpan.FromMilliseconds(4);

    /// <summary>Serial device servers cut a stream where they like; a pause of this length ends a frame.</summary>
    private static readonly TimeSpan TunnelSilence = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<byte, ModbusSlave> _units = [];
    private readonly Dictionary<byte, Climate> _unitClimates = [];
    private readonly List<ISlaveSink> _sinks = [];
    private readonly Dictionary<byte, ITimer> _unitBabblers = [];
    private ITimer? _babbler;
    private Climate _climate = new(Weather.Fine);

    public string Id => id;

    public Surroundings Surroundings => surroundings;

    public IReadOnlyCollection<SimulatedDevice> Units => _units.Values;

    public Weather Weather => _climate.Weather;

    public void Add(ModbusSlave device) => _units.Add(device.Unit, device);

    /// <summary>Sets the weather of the whole line, from its first reply on.</summary>
    public void SetWeather(Weather weather)
    {
        lock (surroundings.Gate)
        {
            _climate = new Climate(weather);
            _babbler?.Dispose();
            _babbler = Babble(weather);
        }
    }

    /// <summary>Sets the weather of one unit.</summary>
    public void SetWeather(byte unit, Weather weather)
    {
        lock (surroundings.Gate)
        {
            _unitClimates[unit] = new Climate(weather);
            if (_unitBabblers.Remove(unit, out var babbler))
            {
                babbler.Dispose();
            }

            if (Babble(weather) is { } next)
            {
                _unitBabblers[unit] = next;
            }
        }
    }

    public ISlaveSession Connect(ISlaveSink sink, SlaveFraming framing)
    {
        IWire wire = framing switch
        {
            SlaveFraming.ModbusTcp => new TcpWire(),
            SlaveFraming.RtuOverTcp => new RtuWire(surroundings.WireTime, TunnelSilence),
            SlaveFraming.Serial => new RtuWire(surroundings.WireTime, SerialSilence),
        };
        Attach(sink);
        return new SlaveSession(this, wire, sink);
    }

    /// <summary>A connection that hears the babble of this line.</summary>
    public void Attach(ISlaveSink sink)
    {
        lock (surroundings.Gate)
        {
            _sinks.Add(sink);
        }
    }

    public void Detach(ISlaveSink sink)
    {
        lock (surroundings.Gate)
        {
            _sinks.Remove(sink);
        }
    }

    /// <summary>Executes a request; 0 means silence.</summary>
    public int Answer(byte unit, ReadOnlySpan<byte> body, Span<byte> reply, out ReplyFate fate)
    {
        lock (surroundings.Gate)
        {
            fate = ReplyFate.Fine;
            if (unit == Broadcast)
            {
                foreach (var each in _units.Values)
                {
                    each.Answer(body, reply);
                }

                return 0;
            }

            if (!_units.TryGetValue(unit, out var device))
            {
                return 0;
            }

            fate = _climate.Next();
            if (_unitClimates.TryGetValue(unit, out var own))
            {
                fate = fate.And(own.Next());
            }

            if (fate.Reboot)
            {
                device.Reboot();
            }

            return fate.Deaf ? 0 : device.Answer(body, reply);
        }
    }

    private ITimer? Babble(Weather weather)
    {
        if (weather.Babble <= TimeSpan.Zero)
        {
            return null;
        }

        var random = new Random(weather.Seed);
        return surroundings.WireTime.CreateTimer(_ => Babble(random), null, weather.Babble, weather.Babble);
    }

    private void Babble(Random random)
    {
        ISlaveSink[] sinks;
        var noise = new byte[8];
        lock (surroundings.Gate)
        {
            random.NextBytes(noise);
            sinks = [.. _sinks];
        }

        foreach (var sink in sinks)
        {
            sink.Send(noise);
        }
    }
}
