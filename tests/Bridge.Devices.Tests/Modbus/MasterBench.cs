using Bridge.Devices.Modbus;
using Bridge.Devices.Tests.Transport;
using Bridge.Devices.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>A master on a fake link and virtual time. What the unit says to each request is planned by the test.</summary>
internal sealed class MasterBench
{
    /// <summary>How long a unit thinks where the plan says nothing else.</summary>
    public static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(5);

    private readonly Queue<string> _planned = new();
    private readonly FakeTimeProvider _time = new();
    private readonly long _origin;

    private MasterBench(ModbusFraming framing, ModbusTiming timing)
    {
        Framing = framing;
        _origin = _time.GetTimestamp();
        Link = new FakeLink(_time) { OnWrite = Hear };
        Master = new ModbusMaster(Link, framing, timing, _time);
    }

    public static LinkDefinition.Serial Wire { get; } = new("", 9600, SerialParity.None, 8, 1, Rs485: false, LocalEcho: false, Dtr: false, Rts: false);

    public ModbusFraming Framing { get; }

    public FakeLink Link { get; }

    public ModbusMaster Master { get; }

    /// <summary>What was put on the line, with the moment.</summary>
    public List<(TimeSpan At, string Frame)> Sent { get; } = [];

    /// <summary>What the unit says when nothing is planned any more: a request body (unit and PDU) to a reply body, empty for silence.</summary>
    public Func<byte[], byte[]> Otherwise { get; set; } = _ => [];

    public TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>All counts of trouble that are not 0.</summary>
    public string Counts => string.Join(", ", new (string Name, long Count)[]
    {
        ("Timeouts", Master.Counters.Timeouts),
        ("ChecksumErrors", Master.Counters.ChecksumErrors),
        ("UnexpectedReplies", Master.Counters.UnexpectedReplies),
        ("StrayBytes", Master.Counters.StrayBytes),
        ("Exceptions", Master.Counters.Exceptions),
    }.Where(count => count.Count > 0).Select(count => $"{count.Name} {count.Count}"));

    /// <summary>Repeats are tested where they are the subject; everywhere else one request is one question.</summary>
    public static MasterBench Create(ModbusFraming framing) => Create(framing, Timing(framing) with { ReadRetries = 0 });

    public static MasterBench Create(ModbusFraming framing, ModbusTiming timing) => new(framing, timing);

    public static ModbusTiming Timing(ModbusFraming framing) => framing switch
    {
        ModbusFraming.Tcp => ModbusTiming.Tcp,
        ModbusFraming.Rtu => ModbusTiming.ForSerial(Wire),
        ModbusFraming.RtuOverTcp => ModbusTiming.RtuOverTcp,
    };

    /// <summary>
    /// Plans the raw bytes that follow the next request. A bar begins the next segment, "+60" in it is its distance in milliseconds from the one before;
    /// TT is the request's transaction id, TP the one before it and TN the one after it.
    /// </summary>
    public void PlanBytes(string segments) => _planned.Enqueue(segments);

    /// <summary>Plans a reply body (unit and PDU), wrapped as the framing wants it.</summary>
    public void Plan(byte[] body) => _planned.Enqueue(Wrap(body));

    public string Wrap(byte[] body) => Framing == ModbusFraming.Tcp
        ? "TT " + Frames.Text(Frames.Tcp(0, body).AsSpan(2))
        : Frames.Text(Frames.Serial(body));

    /// <summary>The unit and PDU of a request.</summary>
    public byte[] Body(byte[] frame) => Framing == ModbusFraming.Tcp ? frame[6..] : frame[..^2];

    private void Hear(byte[] frame)
    {
        Sent.Add((Now, Frames.Text(frame)));
        if (_planned.TryDequeue(out var segments))
        {
            Say(segments, frame);
        }
        else if (Otherwise(Body(frame)) is { Length: > 0 } body)
        {
            Say(Wrap(body), frame);
        }
    }

    private void Say(string segments, byte[] request)
    {
        var transaction = (request[0] << 8) | request[1];
        var at = Thinking;
        foreach (var segment in segments.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var text = segment;
            if (text[0] == '+')
            {
                var parts = text[1..].Split(' ', 2);
                at += TimeSpan.FromMilliseconds(double.Parse(parts[0], null));
                text = parts[1];
            }

            text = text.Replace("TT", $"{transaction:X4}", StringComparison.Ordinal)
                .Replace("TP", $"{(transaction - 1) & 0xFFFF:X4}", StringComparison.Ordinal)
                .Replace("TN", $"{(transaction + 1) & 0xFFFF:X4}", StringComparison.Ordinal);
            Link.Arrive(at, Frames.Bytes(text));
        }
    }
}
