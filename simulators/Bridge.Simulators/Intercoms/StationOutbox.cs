using Bridge.Simulators.Clocks;
using Bridge.Simulators.Links;

namespace Bridge.Simulators.Intercoms;

/// <summary>
/// What the intercom has to tell the host: each line again after a second, three times, and then kept, the latest 64, until the host comes back. Under the
/// gate of the building.
/// </summary>
internal sealed class StationOutbox(Surroundings surroundings)
{
    private const int MostKept = 64;
    private const int MostSent = 4;
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromSeconds(1);
    private readonly List<KeptLine> _kept = [];
    private ISlaveSink? _sink;
    private uint _sequence;
    private int _badChecks;

    public IntercomFaults Faults
    {
        get;
        set
        {
            field = value;
            _badChecks = value.BadChecks;
        }
    } = new();

    public int Kept => _kept.Count;

    public void Attach(ISlaveSink sink)
    {
        _sink = sink;
        foreach (var line in _kept)
        {
            line.Sent = 0;
            Send(line);
        }
    }

    /// <summary>The host is there: what was given up is told again.</summary>
    public void Resume()
    {
        foreach (var line in _kept.Where(line => line.Sent == MostSent).ToList())
        {
            line.Sent = 0;
            Send(line);
        }
    }

    public void Detach(ISlaveSink sink) => _sink = ReferenceEquals(_sink, sink) ? null : _sink;

    /// <summary>Tells a step: type, panel, unit, call, and what follows the sequence number.</summary>
    public void Tell(string head, string tail = "")
    {
        if (_kept.Count == MostKept)
        {
            _kept.RemoveAt(0);
        }

        _sequence++;
        var line = new KeptLine(_sequence, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{head};{_sequence}{tail}"));
        _kept.Add(line);
        Send(line);
    }

    public void Acknowledged(uint sequence) => _kept.RemoveAll(line => line.Sequence == sequence);

    /// <summary>Sends what needs no acknowledgement.</summary>
    public void Say(string body) => _sink?.Send(StationLine.Write(body));

    /// <summary>Its memory loses power.</summary>
    public void Clear()
    {
        _kept.Clear();
        _sequence = 0;
    }

    private void Send(KeptLine line)
    {
        if (!_kept.Contains(line) || line.Sent == MostSent)
        {
            return;
        }

        line.Sent++;
        for (var copy = 0; copy <= Faults.Copies; copy++)
        {
            var spoilt = _badChecks > 0;
            _badChecks -= spoilt ? 1 : 0;
            _sink?.Send(StationLine.Write(line.Body, spoilt));
        }

        surroundings.After(RepeatAfter, () => Send(line));
    }
}
