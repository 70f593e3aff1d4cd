using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Intercoms;
using Bridge.Simulators.Links;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Lines;

namespace Bridge.Simulators.Building;

/// <summary>A simulated building: lines with devices on them, doors wired to the devices, one clock. Made by <see cref="WorldBuilder"/>.</summary>
public sealed class World : IAsyncDisposable
{
    private readonly SimulatedInput? _fire;

    internal World(
        Surroundings surroundings,
        IReadOnlyDictionary<string, ISlaveLink> lines,
        IReadOnlyDictionary<string, ModbusSlave> devices,
        IReadOnlyDictionary<string, OsdpReader> readers,
        IReadOnlyDictionary<string, SimulatedDoor> doors,
        SimulatedInput? fire)
    {
        Surroundings = surroundings;
        Lines = lines;
        Devices = devices;
        Readers = readers;
        Doors = doors;
        _fire = fire;
    }

    public Surroundings Surroundings { get; }

    public IReadOnlyDictionary<string, ISlaveLink> Lines { get; }

    /// <summary>The units on Modbus lines.</summary>
    public IReadOnlyDictionary<string, ModbusSlave> Devices { get; }

    /// <summary>The readers on OSDP lines.</summary>
    public IReadOnlyDictionary<string, OsdpReader> Readers { get; }

    public IReadOnlyDictionary<string, SimulatedDoor> Doors { get; }

    /// <summary>Those on lines of their own and those of contacts.</summary>
    public IReadOnlyDictionary<string, ISimulatedIntercom> Intercoms { get; internal init; } = new Dictionary<string, ISimulatedIntercom>();

    public bool IsOnFire => _fire?.IsOn ?? false;

    /// <summary>Opens every line.</summary>
    public void Start()
    {
        foreach (var line in Lines.Values)
        {
            line.Start();
        }
    }

    /// <summary>The keypad lock with this name.</summary>
    public KeypadLock Keypad(string device) => (KeypadLock)Devices[device];

    /// <summary>The OSDP line with this name.</summary>
    public OsdpLine ReaderLine(string line) => (OsdpLine)Lines[line].Bus;

    /// <summary>The contact of the fire panel.</summary>
    public void SetFire(bool on) => _fire?.Set(on);

    public OracleReport Oracle()
    {
        lock (Surroundings.Gate)
        {
            Surroundings.Settle();
            List<ICredentialReader> readers = [.. Devices.Values.OfType<ICredentialReader>(), .. Readers.Values];
            var forgotten = readers.SelectMany(reader => reader.ForgottenReads).OrderBy(read => read.ForgottenAt).ToList();
            return new OracleReport(
                [.. forgotten.Where(read => read.Reason == ForgottenReason.Acknowledged)],
                [.. forgotten.Where(read => read.Reason != ForgottenReason.Acknowledged)],
                [.. readers.SelectMany(reader => reader.KeptReads)],
                Doors.ToDictionary(door => door.Key, door => door.Value.LockActivations),
                [.. Doors.Values.SelectMany(door => door.Movements).OrderBy(movement => movement.At)]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in Lines.Values)
        {
            await line.DisposeAsync();
        }

        Surroundings.Dispose();
    }
}
