using Bridge.Devices.Doors;
using Bridge.Devices.Intercoms;
using Bridge.Devices.Modbus;
using Bridge.Devices.Profiles;
using Bridge.Devices.Transport;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Devices.Tests.Doors;

/// <summary>The product's line over a virtual wire, run on the test's own thread up to a virtual moment.</summary>
internal sealed class DoorLineBench
{
    private readonly List<DeviceDefinition> _devices = [];
    private ModbusDoorLine? _line;

    public DoorLineBench()
    {
        Time = new FakeTimeProvider();
        Wire = new VirtualLine(Time);
        Surroundings = new Surroundings(Time, Time);
    }

    public FakeTimeProvider Time { get; }

    public VirtualLine Wire { get; }

    public Surroundings Surroundings { get; }

    public List<DeviceEvent> Events { get; } = [];

    /// <summary>What the host says to each event; it is recorded only when taken.</summary>
    public Func<DeviceEvent, bool> Host { get; set; } = _ => true;

    public ProfileCatalog Profiles { get; set; } = ProfileCatalog.Shipped;

    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>What the site has wired to a point, where the profile does not say.</summary>
    public Dictionary<PointId, PointUse> Uses { get; } = [];

    /// <summary>The intercoms whose contacts hang on a unit.</summary>
    public Dictionary<byte, ContactIntercomDefinition> Intercoms { get; } = [];

    /// <summary>Rtu or RtuOverTcp: the frames are the same, the waits are not.</summary>
    public ModbusFraming Framing { get; set; } = ModbusFraming.Rtu;

    public ModbusDoorLine Line => _line ??= Make();

    public static DeviceId Device(byte unit) => new($"unit{unit}");

    public static PointId Point(byte unit, string point) => new(Device(unit), point);

    public KeypadLock AddKeypad(byte unit)
    {
        var slave = new KeypadLock($"unit{unit}", unit, Surroundings);
        Add(unit, "generic-keypad-lock", slave, "contact", "lock", "reader", "rex");
        return slave;
    }

    public VirtualUnit Add(byte unit, string profile, ModbusSlave slave, params string[] points) => Add(unit, profile, body =>
    {
        var reply = new byte[256];
        return reply[..slave.Answer(body, reply)];
    }, points);

    public MemoryUnit AddMemory(byte unit, string profile, params string[] points)
    {
        var memory = new MemoryUnit();
        Add(unit, profile, memory.Answer, points);
        return memory;
    }

    public Task<CommandResult> Execute(DeviceCommand command, CommandPriority priority = CommandPriority.Lock, int withinMilliseconds = 1000) =>
        Line.ExecuteAsync(command, priority, TimeSpan.FromMilliseconds(withinMilliseconds), CancellationToken.None).AsTask();

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

    public IEnumerable<TEvent> Of<TEvent>() where TEvent : DeviceEvent => Events.OfType<TEvent>();

    private bool Offer(DeviceEvent happened)
    {
        if (!Host(happened))
        {
            return false;
        }

        Events.Add(happened);
        return true;
    }

    private VirtualUnit Add(byte unit, string profile, Func<byte[], byte[]> answer, string[] points)
    {
        _devices.Add(new DeviceDefinition(
            Device(unit), unit, profile, PollInterval, null, [.. points.Select(point => new PointDefinition(point, Inverted: false, Debounce: null))]));
        return Wire.Units[unit] = new VirtualUnit(answer);
    }

    private ModbusDoorLine Make()
    {
        LinkDefinition link = Framing == ModbusFraming.Rtu
            ? new LinkDefinition.Serial("/dev/virtual", 115200, SerialParity.None, 8, 1, false, false, false, false)
            : new LinkDefinition.Tcp("virtual", 4001, TimeSpan.FromSeconds(1));
        var devices = _devices.Select(device => device with
        {
            Points = [.. device.Points.Select(point => Used(device, point))],
            Intercoms = Intercoms.TryGetValue(device.Unit, out var intercom) ? [intercom] : [],
        }).ToList();
        var definition = new LineDefinition(new LineId("line"), Framing == ModbusFraming.Rtu ? "modbusRtu" : "modbusRtuOverTcp", link, devices);
        Assert.Empty(DriverCatalog.Check(definition, Profiles));
        var setup = DriverCatalog.Setup(definition, Profiles, Framing);
        return new ModbusDoorLine(setup with { Open = (_, _, _) => new LinkOpened.Open(Wire) }, Time, Wire);
    }

    private PointDefinition Used(DeviceDefinition device, PointDefinition point) =>
        point with { Use = Uses.GetValueOrDefault(new PointId(device.Device, point.Point)) };
}
