using System.Net;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Intercoms;
using Bridge.Simulators.Links;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Lines;

namespace Bridge.Simulators.Building;

/// <summary>Makes a <see cref="World"/> from a plan. A wrong plan is an <see cref="InvalidWorldException"/> that says what is wrong.</summary>
public sealed class WorldBuilder(Surroundings surroundings)
{
    private static readonly TimeSpan FactoryPulse = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SafetyTimeout = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, ModbusSlave> _devices = [];
    private readonly Dictionary<string, OsdpReader> _readers = [];
    private readonly Dictionary<string, ISimulatedIntercom> _intercoms = [];

    /// <summary>Nothing is opened before <see cref="World.Start"/>.</summary>
    public static World Build(WorldPlan plan, TimeProvider time) => new WorldBuilder(new Surroundings(time)).Build(plan);

    public World Build(WorldPlan plan)
    {
        var lines = new Dictionary<string, ISlaveLink>();
        foreach (var line in plan.Lines)
        {
            lines.Add(line.Id, Link(line));
        }

        var doors = new Dictionary<string, SimulatedDoor>();
        foreach (var door in plan.Doors)
        {
            doors.Add(door.Id, Door(door));
        }

        foreach (var intercom in plan.Intercoms ?? [])
        {
            CheckName(intercom.Id);
            _intercoms.Add(intercom.Id, Contacts(intercom));
        }

        return new World(surroundings, lines, _devices, _readers, doors, Input(plan.Fire)) { Intercoms = _intercoms };
    }

    private ISlaveLink Link(LinePlan plan)
    {
        var endPoint = new IPEndPoint(IPAddress.Loopback, plan.Port);
        return plan.Kind switch
        {
            LineKind.ModbusTcp => new TcpSlaveServer(Modbus(plan), endPoint, SlaveFraming.ModbusTcp),
            LineKind.RtuOverTcp => new TcpSlaveServer(Modbus(plan), endPoint, SlaveFraming.RtuOverTcp),
            LineKind.Pty => Terminal(Modbus(plan), plan.Path, endPoint),
            LineKind.OsdpTcp => new TcpSlaveServer(Osdp(plan), endPoint, SlaveFraming.RtuOverTcp),
            LineKind.OsdpPty => Terminal(Osdp(plan), plan.Path, endPoint),
            LineKind.IntercomTcp => new TcpSlaveServer(Intercom(plan), endPoint, SlaveFraming.RtuOverTcp),
            LineKind.IntercomPty => Terminal(Intercom(plan), plan.Path, endPoint),
        };
    }

    private SlaveLine Modbus(LinePlan plan)
    {
        var line = new SlaveLine(plan.Id, surroundings);
        foreach (var device in plan.Devices)
        {
            var slave = Device(device);
            CheckName(device.Id);
            _devices.Add(device.Id, slave);
            line.Add(slave);
        }

        return line;
    }

    private OsdpLine Osdp(LinePlan plan)
    {
        var line = new OsdpLine(plan.Id, surroundings) { Pace = plan.Pace ?? LinePace.Unlimited };
        foreach (var device in plan.Devices)
        {
            CheckName(device.Id);
            var reader = device.Model == DeviceModel.OsdpReader
                ? new OsdpReader(device.Id, device.Unit, surroundings, (device.Osdp ?? new OsdpPlan()).Profile(device.Id, line.Pace.BitsPerSecond))
                : throw new InvalidWorldException($"{device.Id} is no OSDP reader and cannot be on the line {plan.Id}.");
            _readers.Add(device.Id, reader);
            line.Add(reader);
        }

        return line;
    }

    private IntercomBus Intercom(LinePlan plan)
    {
        if (plan.Devices is not [{ Model: DeviceModel.SerialIntercom } device])
        {
            throw new InvalidWorldException($"The line {plan.Id} is for one serial intercom and nothing else.");
        }

        CheckName(device.Id);
        var intercom = new SerialIntercom(device.Id, surroundings);
        _intercoms.Add(device.Id, intercom);
        return new IntercomBus(plan.Id, intercom);
    }

    private ContactIntercom Contacts(ContactIntercomPlan plan) => new(
        plan.Id,
        new Dictionary<string, SimulatedInput?>
        {
            ["call"] = Input(plan.Call), ["hook"] = Input(plan.Hook), ["unlock"] = Input(plan.Unlock), ["tamper"] = Input(plan.Tamper),
        },
        (plan.Buttons ?? new Dictionary<string, ButtonPlan>()).ToDictionary(
            button => button.Key, button => new ButtonContacts(Input(button.Value.Call)!, Input(button.Value.Hook), Input(button.Value.Unlock))),
        surroundings);

    private void CheckName(string id)
    {
        if (_devices.ContainsKey(id) || _readers.ContainsKey(id) || _intercoms.ContainsKey(id))
        {
            throw new InvalidWorldException($"Two devices are called {id}.");
        }
    }

    private static ISlaveLink Terminal(ISlaveBus line, string? path, IPEndPoint endPoint) => OperatingSystem.IsLinux()
        ? new PtySlave(line, path ?? Path.Combine(Path.GetTempPath(), $"accessbridge-{line.Id}-{Environment.ProcessId}-{Path.GetRandomFileName()}"))
        : new TcpSlaveServer(line, endPoint, SlaveFraming.RtuOverTcp);

    private ModbusSlave Device(DevicePlan plan) => plan.Model switch
    {
        DeviceModel.KeypadLock => new KeypadLock(plan.Id, plan.Unit, surroundings) { KeepsMemory = plan.KeepsMemory },
        DeviceModel.Waveshare => new WaveshareRelayBoard(plan.Id, plan.Unit, surroundings),
        DeviceModel.Wirenboard => new WirenboardRelayModule(plan.Id, plan.Unit, surroundings).Commissioned(FactoryPulse, SafetyTimeout),
        DeviceModel.Eletechsup => new EletechsupRelayBoard(plan.Id, plan.Unit, surroundings, firstRegister: 0),
        DeviceModel.Moxa => new MoxaModule(plan.Id, plan.Unit, surroundings),
        DeviceModel.RegisterBank => new RegisterBank(plan.Id, plan.Unit, surroundings, 1000),
        DeviceModel.OsdpReader => throw new InvalidWorldException($"{plan.Id} is an OSDP reader and cannot be on a Modbus line."),
        DeviceModel.SerialIntercom => throw new InvalidWorldException($"{plan.Id} is a serial intercom and needs a line of its own."),
    };

    private SimulatedDoor Door(DoorPlan plan)
    {
        var points = new DoorPoints(
            Output(plan.Lock), Input(plan.Contact), Input(plan.Bolt), Input(plan.Rex), Input(plan.Tamper), Reader(plan.Reader));
        var door = new SimulatedDoor(plan, points, surroundings);
        door.Connect();
        return door;
    }

    private ICredentialReader? Reader(string? device) => device is null ? null
        : Find(device) as ICredentialReader ?? throw new InvalidWorldException($"{device} is neither a keypad lock nor an OSDP reader of this world.");

    private SimulatedOutput Output(string point)
    {
        var (device, name) = Split(point);
        return device.Outputs.TryGetValue(name, out var output) ? output
            : throw new InvalidWorldException($"{device.Model} has no output {name} ({point}); it has {string.Join(", ", device.Outputs.Keys)}.");
    }

    private SimulatedInput? Input(string? point)
    {
        if (point is null)
        {
            return null;
        }

        var (device, name) = Split(point);
        return device.Inputs.TryGetValue(name, out var input) ? input
            : throw new InvalidWorldException($"{device.Model} has no input {name} ({point}); it has {string.Join(", ", device.Inputs.Keys)}.");
    }

    private SimulatedDevice? Find(string device) => (SimulatedDevice?)_devices.GetValueOrDefault(device) ?? _readers.GetValueOrDefault(device);

    private (SimulatedDevice Device, string Name) Split(string point)
    {
        var dot = point.LastIndexOf('.');
        return dot > 0 && Find(point[..dot]) is { } device ? (device, point[(dot + 1)..])
            : throw new InvalidWorldException($"{point} names no device of this world; a point is written device.point.");
    }
}
