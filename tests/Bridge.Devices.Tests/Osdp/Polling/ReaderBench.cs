using Bridge.Devices.Osdp;
using Bridge.Devices.Profiles;
using Bridge.Devices.Tests.Doors;
using Bridge.Devices.Transport;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>The product's line and the simulated readers on a virtual wire of 9600 bits per second, run on the test's own thread.</summary>
internal sealed class ReaderBench
{
    public const int Baud = 9600;
    private static readonly TimeSpan Turnaround = TimeSpan.FromMilliseconds(3);

    private readonly List<DeviceDefinition> _devices = [];
    private OsdpLine? _line;
    private TimeSpan _replyEnds;

    public ReaderBench()
    {
        Time = new FakeTimeProvider();
        LineTime = Time;
        Wire = new VirtualLine(Time) { OnRequest = Deliver };
        Surroundings = new Surroundings(Time, Time);
    }

    public FakeTimeProvider Time { get; }

    /// <summary>What the line under test takes for the time.</summary>
    public TimeProvider LineTime { get; set; }

    public VirtualLine Wire { get; }

    public Surroundings Surroundings { get; }

    /// <summary>From when to when the readers drove the line.</summary>
    public List<(TimeSpan Begins, TimeSpan Ends)> Replies { get; } = [];

    public Dictionary<byte, OsdpReader> Readers { get; } = [];

    /// <summary>They hear nothing and say nothing.</summary>
    public HashSet<byte> Unplugged { get; } = [];

    /// <summary>The reply that is sent in place of the reader's, command first; null lets the reader answer.</summary>
    public Func<CommandFrame, byte[]?> Instead { get; set; } = _ => null;

    /// <summary>At which the line was opened, in order; readers hear the last one only.</summary>
    public List<int> Speeds { get; } = [];

    public List<DeviceEvent> Events { get; } = [];

    /// <summary>What the host says to each event; it is recorded only when taken.</summary>
    public Func<DeviceEvent, bool> Host { get; set; } = _ => true;

    /// <summary>The host stores every read at once.</summary>
    public bool Stores { get; set; } = true;

    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    public OsdpLine Line => _line ??= Make();

    public static DeviceId Device(byte address) => new($"reader{address}");

    public static PointId Point(byte address, string point) => new(Device(address), point);

    /// <summary>Not one of the keys that are refused.</summary>
    public static byte[] Key(byte address) => [.. Enumerable.Range(0, 16).Select(place => (byte)(((place * place * 7) + (address * 31) + 90) & 0xFF))];

    public OsdpReader Add(byte address, bool isSecure = true, ReaderProfile? profile = null, OsdpSecurity? security = null)
    {
        var made = (profile ?? new ReaderProfile()) with { BitsPerSecond = Baud, Seed = address };
        var reader = new OsdpReader($"reader{address}", address, Surroundings, isSecure && made.Key is null ? made with { Key = Key(address) } : made);
        Readers.Add(address, reader);
        string[] points = ["reader", "feedback", "tamper", "power", "input1", "input2", "output1"];
        _devices.Add(new DeviceDefinition(
            Device(address), address, "", PollInterval, null, [.. points.Select(point => new PointDefinition(point, false, null))],
            security ?? (isSecure ? OsdpSecurity.WithKey(Key(address)) : OsdpSecurity.Clear)));
        return reader;
    }

    /// <summary>The host starts again, with this in its files; the readers go on as they are.</summary>
    public void StartAgain(byte address, OsdpSecurity security)
    {
        var index = _devices.FindIndex(device => device.Unit == address);
        _devices[index] = _devices[index] with { Osdp = security };
        _line = null;
        Events.Clear();
        Wire.Requests.Clear();
    }

    public Task<CommandResult> Execute(DeviceCommand command, CommandPriority priority = CommandPriority.Lock, double withinSeconds = 1) =>
        Line.ExecuteAsync(command, priority, TimeSpan.FromSeconds(withinSeconds), CancellationToken.None).AsTask();

    /// <summary>One session up to <paramref name="seconds"/> of virtual time from now, or its earlier end.</summary>
    public LineEnd Run(double seconds)
    {
        using var stop = new CancellationTokenSource();
        var over = false;
        Wire.After(TimeSpan.FromSeconds(seconds), () =>
        {
            if (!over)
            {
                stop.Cancel();
                Wire.Wake();
            }
        });
        var end = Line.RunOnce(Offer, stop.Token);
        over = true;
        return end;
    }

    public void After(double seconds, Action action) => Wire.After(TimeSpan.FromSeconds(seconds), () =>
    {
        action();
        Wire.Wake();
    });

    public IEnumerable<TEvent> Of<TEvent>() where TEvent : DeviceEvent => Events.OfType<TEvent>();

    /// <summary>The commands that were sent to a reader.</summary>
    public List<(TimeSpan At, CommandFrame Command)> Sent(byte address) =>
        [.. Wire.Requests.Select(request => (request.At, CommandFrame.Read(request.Frame.AsSpan(1)))).Where(sent => sent.Item2.Address == address)];

    public PeripheralSnapshot Figures(byte address) => Line.Peripherals.Single(reader => reader.Device == Device(address));

    private bool Offer(DeviceEvent happened)
    {
        if (!Host(happened))
        {
            return false;
        }

        Events.Add(happened);
        if (Stores && happened is DeviceEvent.CredentialRead read)
        {
            Line.Confirm(read.Point, read.Number);
        }

        return true;
    }

    private bool Deliver(byte[] bytes)
    {
        Assert.Equal(0xFF, bytes[0]);
        var command = CommandFrame.Read(bytes.AsSpan(1));
        Assert.True(command.IsSound);
        var begins = OnWire(bytes.Length) + Turnaround;
        if (Instead(command) is { } scripted)
        {
            Say(begins, scripted);
            return false;
        }

        foreach (var reader in Readers.Where(reader => !Unplugged.Contains(reader.Key) && (Speeds.Count == 0 || reader.Value.BitsPerSecond == Speeds[^1])).Select(reader => reader.Value))
        {
            var packet = reader.Answer(command);
            foreach (var part in packet.Parts)
            {
                Say(begins + part.After, part.Bytes);
            }

            if (packet.AfterSent is { } after)
            {
                Wire.After(_replyEnds - Wire.Now, after);
            }
        }

        return false;
    }

    private void Say(TimeSpan begins, byte[] bytes)
    {
        // Half and half, so that no reply comes in one piece; two replies do not mix, they follow each other.
        var half = bytes.Length / 2;
        var start = begins + Wire.Now > _replyEnds ? begins + Wire.Now : _replyEnds;
        _replyEnds = start + OnWire(bytes.Length);
        Replies.Add((start, _replyEnds));
        Wire.Arrive(start - Wire.Now + OnWire(half), bytes[..half]);
        Wire.Arrive(_replyEnds - Wire.Now, bytes[half..]);
    }

    private static TimeSpan OnWire(int bytes) => TimeSpan.FromSeconds(10.0 * bytes / Baud);

    private OsdpLine Make()
    {
        var link = new LinkDefinition.Serial("/dev/virtual", Baud, SerialParity.None, 8, 1, false, false, false, false);
        var definition = new LineDefinition(new LineId("line"), "osdp", link, _devices);
        Assert.Empty(DriverCatalog.Check(definition, ProfileCatalog.Shipped));
        return new OsdpLine(DriverCatalog.OsdpSetup(definition) with { Open = Open }, LineTime, Wire);
    }

    private LinkOpened.Open Open(LinkDefinition link, TimeProvider time, CancellationToken cancellationToken)
    {
        Speeds.Add(((LinkDefinition.Serial)link).Baud);
        return new LinkOpened.Open(Wire);
    }
}
